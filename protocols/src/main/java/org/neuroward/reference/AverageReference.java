package org.neuroward.reference;

/** The mean over all good scalp channels as reference; no channel enters it twice, none is interpolated. */
public final class AverageReference {

    /** Fewer good scalp channels than this make no average reference. */
    public static final int MIN_CHANNELS = 16;

    /** Of the recorded scalp channels at least this share must be good. */
    public static final double MIN_SHARE = 0.8;

    private AverageReference() {}

    /** Whether so many good ones of the recorded scalp channels make an average reference. */
    public static boolean isPossible(int goodChannels, int recordedChannels) {
        return AverageGate.SCORING.isPassed(goodChannels, recordedChannels);
    }

    /** Subtracts from every channel, in place, the mean over all channels at each sample. */
    public static void apply(double[][] microvolts) {
        int samples = microvolts.length == 0 ? 0 : microvolts[0].length;
        for (int n = 0; n < samples; n++) {
            double sum = 0;
            for (double[] channel : microvolts) {
                sum += channel[n];
            }
            double mean = sum / microvolts.length;
            for (double[] channel : microvolts) {
                channel[n] -= mean;
            }
        }
    }
}
