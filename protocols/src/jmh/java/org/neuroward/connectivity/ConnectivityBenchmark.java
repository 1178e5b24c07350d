package org.neuroward.connectivity;

import java.util.EnumSet;
import java.util.List;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.Segment;
import org.neuroward.spectrum.Band;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All pairs of 19 channels × 5 min × 250 Hz, five bands, two-second epochs. */
@State(Scope.Benchmark)
public class ConnectivityBenchmark extends SteadyState {

    private static final int EPOCH = 500;
    private static final List<Band> BANDS = List.of(
            new Band("delta", 1, 4),
            new Band("theta", 4, 8),
            new Band("alpha", 8, 13),
            new Band("beta", 13, 30),
            new Band("gamma", 30, 45));

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final int[] firstSamples = new Segment(0, SimulatedSignal.FIVE_MINUTES).epochs(EPOCH, EPOCH);
    private final CrossSpectrumEstimator estimator = CrossSpectrumEstimator.symmetricHann(SimulatedSignal.RATE, EPOCH);

    @Benchmark
    public CrossSpectra allMeasures() {
        return estimator.estimate(signal, firstSamples, BANDS);
    }

    @Benchmark
    public List<PairMatrix> weightedPhaseLagIndex() {
        CrossSpectra spectra = estimator.estimate(
                signal, firstSamples, BANDS, EnumSet.of(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX));
        return BANDS.stream()
                .map(band -> spectra.band(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX, band))
                .toList();
    }
}
