package org.neuroward.artifact;

import java.util.OptionalDouble;

/**
 * How a channel stands among the others of a recording. Scores are distances from the median of all in robust standard
 * deviations, shares are 0 to 1.
 *
 * @param deviationScore of the amplitude above 1 Hz
 * @param highFrequencyScore of the ratio of what lies above 50 Hz to what lies below; 0 when the rate does not reach so far
 * @param isolatedShare of one-second windows that correlate with hardly any other channel
 * @param dropoutShare of one-second windows in which more than half of the samples are the same
 * @param excessScore largest of the bands 1–15, 15–30 and 30–45 Hz, of the mean decibels of density
 * @param unpredictedShare of five-second windows that RANSAC does not predict; empty when it was not run on this channel
 */
public record ChannelEvidence(
        double deviationScore,
        double highFrequencyScore,
        double isolatedShare,
        double dropoutShare,
        double excessScore,
        OptionalDouble unpredictedShare) {

    ChannelEvidence withUnpredictedShare(double share) {
        return new ChannelEvidence(
                deviationScore, highFrequencyScore, isolatedShare, dropoutShare, excessScore, OptionalDouble.of(share));
    }
}
