package org.neuroward.spectrum;

import java.util.OptionalDouble;

/** One-sided power spectral density in µV²/Hz from 0 Hz on, in equal steps; immutable. */
public final class PowerSpectrum {

    private final double stepHertz;
    private final double[] density;

    /** @param density from 0 Hz on; copied */
    public PowerSpectrum(double stepHertz, double[] density) {
        if (!(stepHertz > 0)) {
            throw new IllegalArgumentException("frequency step must be positive: stepHertz=" + stepHertz);
        }
        this.stepHertz = stepHertz;
        this.density = density.clone();
    }

    public double stepHertz() {
        return stepHertz;
    }

    public int bins() {
        return density.length;
    }

    public double hertz(int bin) {
        return bin * stepHertz;
    }

    /** µV²/Hz. */
    public double density(int bin) {
        return density[bin];
    }

    public double[] densities() {
        return density.clone();
    }

    /** Integral of the density over the band in µV²; a 10 µV sine within it gives 50. */
    public double power(Band band) {
        double sum = 0;
        for (int k = 0; k < density.length; k++) {
            if (band.contains(hertz(k))) {
                sum += density[k];
            }
        }
        return sum * stepHertz;
    }

    /** Share of the power of {@code whole}, for example {@link Band#TOTAL}; empty when there is none, or none that is a number. */
    public OptionalDouble relativePower(Band band, Band whole) {
        double all = power(whole);
        double part = power(band);
        return all > 0 && part / all < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(part / all)
                : OptionalDouble.empty();
    }

    /** log10 of the band's power in µV², the scale on which powers are averaged and compared; empty when there is no power. */
    public OptionalDouble log10Power(Band band) {
        double power = power(band);
        return power > 0 && power < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(StrictMath.log10(power))
                : OptionalDouble.empty();
    }

    /** Slope of log10 density over log10 frequency, by least squares over the band (0 Hz is left out). */
    public double logLogSlope(Band band) {
        int n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int k = 1; k < density.length; k++) {
            if (band.contains(hertz(k)) && density[k] > 0) {
                double x = StrictMath.log10(hertz(k));
                double y = StrictMath.log10(density[k]);
                n++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        return n < 2 ? Double.NaN : (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }
}
