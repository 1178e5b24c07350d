package org.neuroward.bench;

import java.io.IOException;
import java.util.stream.IntStream;
import org.neuroward.edf.EdfRecording;
import org.neuroward.filter.CausalFilter;
import org.neuroward.filter.FirFilter;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Our side of the comparison: each method is one task, whole, on the simulated signal. Designs and tapers are made within the
 * task where the peer makes them within its call too.
 */
public final class SignalWork {

    private static final SamplingRate RATE = SimulatedSignal.RATE;
    private static final int CHANNELS = SimulatedSignal.CHANNELS;
    private static final int NIGHT_WINDOW_START_SECONDS = 3600;

    private final double[][] signal = SimulatedSignal.fiveMinutes();

    double[][] signal() {
        return signal;
    }

    public double[][] welch() {
        WelchEstimator welch = WelchEstimator.hann(RATE, 500);
        int[] firstSamples = epochs(500, 250);
        double[][] densities = new double[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            densities[channel] = welch.estimate(signal[channel], firstSamples).densities();
        }
        return densities;
    }

    public double[][] zeroPhaseFir() {
        FirFilter filter = FirFilter.bandPass(RATE, 0.5, 45);
        double[][] filtered = new double[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            filtered[channel] = filter.apply(signal[channel]);
        }
        return filtered;
    }

    public double[][] causalSos() {
        CausalFilter filter = CausalFilter.bandPass(RATE, 4, 0.5, 45);
        double[][] filtered = new double[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            filtered[channel] = signal[channel].clone();
            filter.newState().apply(filtered[channel]);
        }
        return filtered;
    }

    private static int[] epochs(int samples, int step) {
        return IntStream.rangeClosed(0, (SimulatedSignal.FIVE_MINUTES - samples) / step)
                .map(k -> k * step)
                .toArray();
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
            for (int channel = 0; channel < microvolts.length; channel++) {
                night.microvolts(channel, 0, microvolts[channel]);
            }
            return microvolts;
        }
    }
}
