package org.neuroward.spectrum;

import java.util.List;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 19 channels × 5 min × 250 Hz in four-second epochs of seven tapers; the design of a night; aperiodic fits of 19 spectra. */
@State(Scope.Benchmark)
public class MultitaperBenchmark extends SteadyState {

    private static final int EPOCH = 1000;

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final int[] firstSamples = new Segment(0, SimulatedSignal.FIVE_MINUTES).epochs(EPOCH, EPOCH);
    private final Multitaper multitaper = Multitaper.resting(SimulatedSignal.RATE);
    private final Multitaper adaptive = multitaper.adaptive();
    private final List<PowerSpectrum> spectra =
            WelchEstimator.resting(SimulatedSignal.RATE).estimate(signal, firstSamples);

    @Benchmark
    public List<PowerSpectrum> equalWeights() {
        return multitaper.estimate(signal, firstSamples);
    }

    /** As MNE-Python does it, which finds its tapers in each call. */
    @Benchmark
    public List<PowerSpectrum> equalWeightsWithDesign() {
        return Multitaper.resting(SimulatedSignal.RATE).estimate(signal, firstSamples);
    }

    @Benchmark
    public List<PowerSpectrum> adaptiveWeights() {
        return adaptive.estimate(signal, firstSamples);
    }

    @Benchmark
    public Multitaper designOfSleep() {
        return Multitaper.sleep(new SamplingRate(100));
    }

    @Benchmark
    public List<AperiodicFit> aperiodicFits() {
        return spectra.stream()
                .flatMap(spectrum -> AperiodicFit.of(spectrum).stream())
                .toList();
    }
}
