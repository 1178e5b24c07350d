package org.neuroward.evoked;

/** A local peak of an evoked wave. @param latencySeconds from the event, of the sample */
public record WavePeak(double latencySeconds, double amplitudeMicrovolts) {}
