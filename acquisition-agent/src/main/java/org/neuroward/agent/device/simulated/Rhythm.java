package org.neuroward.agent.device.simulated;

import java.util.Random;

/** A rhythm that waxes and wanes: noise through a resonance of second order. Variance 1. */
final class Rhythm {

    private final Random random;
    private final double first;
    private final double second;
    private final double drive;
    private double before;
    private double beforeThat;

    /** @param bandwidthHertz width of the spectral peak at half its height */
    Rhythm(Random random, double peakHertz, double bandwidthHertz, double hertz) {
        this.random = random;
        double radius = StrictMath.exp(-StrictMath.PI * bandwidthHertz / hertz);
        double cosine = StrictMath.cos(2 * StrictMath.PI * peakHertz / hertz);
        this.first = 2 * radius * cosine;
        this.second = -radius * radius;
        // Variance of an AR(2) process with coefficients a, b and unit drive: (1-b) / ((1+b) ((1-b)^2 - a^2)).
        double variance = (1 - second) / ((1 + second) * ((1 - second) * (1 - second) - first * first));
        this.drive = 1 / StrictMath.sqrt(variance);
    }

    double next() {
        double now = first * before + second * beforeThat + drive * random.nextGaussian();
        beforeThat = before;
        before = now;
        return now;
    }
}
