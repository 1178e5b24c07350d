package org.neuroward.filter;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Whether the mains of the room have 50 or 60 Hz, by the peaks that they leave in the spectra of the first ten seconds.
 *
 * <p>For each channel the highest density within 1 Hz of the frequency is set against the mean density of the 4 Hz on either
 * side of that; the median over channels decides. It needs 6 dB, which two-second epochs of noise do not reach.
 */
public final class MainsFrequency {

    private static final double SECONDS = 10;
    private static final double EPOCH_SECONDS = 2;
    private static final double LINE_HERTZ = 1;
    private static final double SURROUNDINGS_HERTZ = 5;
    private static final double LEAST_RATIO = 4;

    private MainsFrequency() {}

    /**
     * 50 or 60; empty when neither stands out, when there are less than two seconds, or when half the sampling rate lies below
     * the surroundings of 50 Hz. Channels with a value that is not a number do not count; a constant has no peak.
     *
     * @param microvolts {@code [channel][sample]}, not filtered
     */
    public static OptionalDouble detect(double[][] microvolts, SamplingRate rate) {
        int epoch = (int) Math.round(EPOCH_SECONDS * rate.hertz());
        int samples = Arrays.stream(microvolts)
                .mapToInt(channel -> channel.length)
                .min()
                .orElse(0);
        int used = Math.min(samples, (int) Math.round(SECONDS * rate.hertz()));
        if (epoch < 2 || used < epoch) {
            return OptionalDouble.empty();
        }
        int[] epochs = new int[(used - epoch) / (epoch / 2) + 1];
        Arrays.setAll(epochs, e -> e * (epoch / 2));
        List<PowerSpectrum> spectra = WelchEstimator.hann(rate, epoch).estimate(microvolts, epochs);
        double at50 = medianRatio(spectra, 50, rate);
        double at60 = medianRatio(spectra, 60, rate);
        if (Math.max(at50, at60) < LEAST_RATIO) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(at50 >= at60 ? 50 : 60);
    }

    /** 0 when it cannot be measured. */
    private static double medianRatio(List<PowerSpectrum> spectra, double hertz, SamplingRate rate) {
        if (hertz + SURROUNDINGS_HERTZ > rate.hertz() / 2) {
            return 0;
        }
        double[] ratios = spectra.stream()
                .mapToDouble(spectrum -> ratio(spectrum, hertz))
                .filter(ratio -> !Double.isNaN(ratio))
                .sorted()
                .toArray();
        return ratios.length == 0 ? 0 : ratios[(ratios.length - 1) / 2];
    }

    private static double ratio(PowerSpectrum spectrum, double hertz) {
        double peak = 0;
        double sum = 0;
        int bins = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            double distance = Math.abs(spectrum.hertz(k) - hertz);
            if (Double.isNaN(spectrum.density(k))) {
                return Double.NaN;
            } else if (distance <= LINE_HERTZ) {
                peak = Math.max(peak, spectrum.density(k));
            } else if (distance <= SURROUNDINGS_HERTZ) {
                sum += spectrum.density(k);
                bins++;
            }
        }
        return sum > 0 ? peak / (sum / bins) : 0;
    }
}
