package org.neuroward.signal;

/** Turns counts into microvolts: {@code microvolts = count * microvoltsPerCount + offsetMicrovolts}. */
public record Calibration(double microvoltsPerCount, double offsetMicrovolts) {

    public double microvolts(int count) {
        return count * microvoltsPerCount + offsetMicrovolts;
    }
}
