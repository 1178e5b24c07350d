package org.neuroward.artifact;

/**
 * What tells a bad channel from a good one, measured over the whole recording.
 *
 * @param flat no variation at all
 * @param deviationMicrovolts robust standard deviation above 1 Hz (0.7413 × interquartile range)
 * @param noisiness median absolute deviation above 50 Hz over that below; NaN when the rate does not reach 50 Hz or
 *     nothing lies below
 * @param heartbeatCorrelation with the ECG channel; NaN when there is none
 */
public record ChannelFacts(boolean flat, double deviationMicrovolts, double noisiness, double heartbeatCorrelation) {

    static final double FLAT_MICROVOLTS = 1e-9;

    /**
     * @param highPassed above 1 Hz
     * @param lowPassed that below 50 Hz; the same array when the rate does not reach so far
     */
    public static ChannelFacts of(double[] highPassed, double[] lowPassed, double heartbeatCorrelation) {
        double deviation = RobustStatistics.interquartileDeviation(highPassed);
        double spread = RobustStatistics.medianAbsoluteDeviation(highPassed);
        double noisiness = Double.NaN;
        if (lowPassed != highPassed) {
            double[] fast = new double[highPassed.length];
            for (int n = 0; n < fast.length; n++) {
                fast[n] = highPassed[n] - lowPassed[n];
            }
            noisiness = RobustStatistics.medianAbsoluteDeviation(fast)
                    / RobustStatistics.medianAbsoluteDeviation(lowPassed);
        }
        return new ChannelFacts(!(spread > FLAT_MICROVOLTS), deviation, noisiness, heartbeatCorrelation);
    }
}
