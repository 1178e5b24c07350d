package org.neuroward.lsl;

/**
 * How the clock of a stream's program relates to ours, by the best of one wave of questions.
 *
 * @param measuredSeconds on our clock
 * @param correctionSeconds added to a stamp of the stream it gives our time
 * @param uncertaintySeconds the round trip of that question: the correction cannot be further off
 */
public record TimeCorrection(double measuredSeconds, double correctionSeconds, double uncertaintySeconds) {}
