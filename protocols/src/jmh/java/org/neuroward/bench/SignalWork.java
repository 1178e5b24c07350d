package org.neuroward.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.neuroward.complexity.MultiscaleEntropy;
import org.neuroward.complexity.SampleEntropy;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.connectivity.CrossSpectrumEstimator;
import org.neuroward.edf.EdfRecording;
import org.neuroward.filter.CausalFilter;
import org.neuroward.filter.FirFilter;
import org.neuroward.filter.Resampling;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.Multitaper;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Our side of the comparison: each method is one task, whole, on the simulated signal. Designs and tapers are made within the
 * task where the peer makes them within its call too.
 */
public final class SignalWork {

    private static final SamplingRate RATE = SimulatedSignal.RATE;
    private static final int CHANNELS = SimulatedSignal.CHANNELS;
    private static final int NIGHT_WINDOW_START_SECONDS = 3600;

    private static final List<Band> BANDS = List.of(
            new Band("delta", 1, 4),
            new Band("theta", 4, 8),
            new Band("alpha", 8, 13),
            new Band("beta", 13, 30),
            new Band("gamma", 30, 45));

    /** The peer is given its sections too. */
    private static final CausalFilter SOS = CausalFilter.bandPass(RATE, 4, 0.5, 45);

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final double[][] thirtySeconds = Arrays.stream(signal)
            .map(channel -> Arrays.copyOf(channel, 30 * 250))
            .toArray(double[][]::new);

    double[][] signal() {
        return signal;
    }

    public double[][] welch() {
        return densities(WelchEstimator.resting(RATE).estimate(signal, epochs(500, 250)));
    }

    public double[][] multitaper() {
        Multitaper tapers = Multitaper.resting(RATE);
        return densities(tapers.estimate(signal, epochs(tapers.epochSamples(), tapers.epochSamples())));
    }

    /** [band][pair]. */
    public double[][] weightedPhaseLag() {
        CrossSpectra spectra = CrossSpectrumEstimator.hann(RATE, 500)
                .estimate(signal, epochs(500, 500), BANDS, EnumSet.of(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX));
        return BANDS.stream()
                .map(band -> spectra.band(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX, band)
                        .upper())
                .toArray(double[][]::new);
    }

    /** [channel][scale - 1], on thirty seconds; NaN where there is no value. */
    public double[][] multiscaleEntropy() {
        double[][] entropies = new double[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            entropies[channel] = MultiscaleEntropy.of(thirtySeconds[channel], 2, 0.15, 20).scales().stream()
                    .mapToDouble(scale -> scale.value().orElse(Double.NaN))
                    .toArray();
        }
        return entropies;
    }

    /** Of one channel, on thirty seconds. */
    public double sampleEntropy() {
        return SampleEntropy.of(thirtySeconds[0], 2, 0.15).value().orElse(Double.NaN);
    }

    public double[][] zeroPhaseFir() {
        return FirFilter.bandPass(RATE, 0.5, 45).apply(signal);
    }

    public double[][] causalSos() {
        return SOS.apply(signal);
    }

    public double[][] zeroPhaseSos() {
        return SOS.zeroPhase().apply(signal);
    }

    public double[][] resampling() {
        return Resampling.of(RATE, new SamplingRate(128)).apply(signal);
    }

    private static double[][] densities(List<PowerSpectrum> spectra) {
        return spectra.stream().map(PowerSpectrum::densities).toArray(double[][]::new);
    }

    private static int[] epochs(int samples, int step) {
        return new Segment(0, SimulatedSignal.FIVE_MINUTES).epochs(samples, step);
    }

    static double[] windowOfNight() throws IOException {
        try (EdfRecording night = EdfRecording.open(SimulatedNight.file())) {
            return windowOfNight(night);
        }
    }

    public static double[] windowOfNight(EdfRecording night) throws IOException {
        double[] window = new double[30 * (int) SimulatedNight.RATE.hertz()];
        night.microvolts(0, NIGHT_WINDOW_START_SECONDS * (long) SimulatedNight.RATE.hertz(), window);
        return window;
    }

    public static double[][] wholeNight() throws IOException {
        try (EdfRecording night = EdfRecording.open(SimulatedNight.file())) {
            double[][] microvolts =
                    new double[night.channels().size()][(int) SimulatedNight.RATE.hertz() * SimulatedNight.SECONDS];
            night.microvolts(IntStream.range(0, microvolts.length).boxed().toList(), 0, microvolts);
            return microvolts;
        }
    }
}
