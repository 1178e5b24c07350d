package org.neuroward.spectrum;

import java.util.stream.IntStream;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Welch density of 19 channels × 5 min × 250 Hz: Hann, two-second epochs, half overlapped. */
@State(Scope.Benchmark)
public class WelchBenchmark extends SteadyState {

    private final double[][] microvolts = SimulatedSignal.fiveMinutes();
    private final int[] firstSamples = IntStream.range(0, 299).map(k -> 250 * k).toArray();
    private final WelchEstimator welch = WelchEstimator.hann(SimulatedSignal.RATE, 500);

    @Benchmark
    public PowerSpectrum[] welch() {
        PowerSpectrum[] spectra = new PowerSpectrum[microvolts.length];
        for (int channel = 0; channel < spectra.length; channel++) {
            spectra[channel] = welch.estimate(microvolts[channel], firstSamples);
        }
        return spectra;
    }
}
