package org.neuroward.agent.device.faults;

import org.neuroward.wire.GapCause;

/**
 * Samples that were taken away on purpose.
 *
 * @param firstSample in the recording, as {@code sampleCount} is
 */
public record InjectedGap(int stream, long firstSample, int sampleCount, GapCause cause) {}
