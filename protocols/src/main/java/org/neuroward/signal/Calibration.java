package org.neuroward.signal;

/** Turns counts into microvolts: {@code microvolts = count * microvoltsPerCount + offsetMicrovolts}. */
public record Calibration(double microvoltsPerCount, double offsetMicrovolts) {

    public double microvolts(int count) {
        return count * microvoltsPerCount + offsetMicrovolts;
    }

    public double[] microvolts(int[] counts) {
        double[] microvolts = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            microvolts[i] = microvolts(counts[i]);
        }
        return microvolts;
    }
}
