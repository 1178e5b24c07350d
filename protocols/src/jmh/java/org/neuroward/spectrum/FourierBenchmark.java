package org.neuroward.spectrum;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The transforms that spectra, filters and connectivity stand on. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FourierBenchmark extends SteadyState {

    private static final int EPOCH = 500;
    private static final int LANES = 64;

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final int[] epochs =
            IntStream.range(0, LANES).map(e -> e * EPOCH / 2).toArray();
    private final int[] welchEpochs =
            IntStream.range(0, 299).map(e -> e * EPOCH / 2).toArray();
    private final FourierPlan plan = new FourierPlan(EPOCH);
    private final FourierBatch batch = plan.newBatch(LANES);
    private final FourierTransform single = plan.newTransform();
    private final LongTransform block = LongPlan.ofAtLeast(16_384).newTransform();
    private final WelchEstimator welch = WelchEstimator.hann(SimulatedSignal.RATE, EPOCH);
    private final double[] taper = IntStream.range(0, EPOCH).mapToDouble(n -> 1).toArray();
    private final double[] means = new double[LANES];
    private final double[] epoch = signal[0].clone();
    private final double[] re = new double[plan.bins()];
    private final double[] im = new double[plan.bins()];

    @Benchmark
    public double[] sixtyFourEpochsSideBySide() {
        batch.load(signal[0], epochs, 0, means, taper);
        batch.forward(LANES);
        return batch.real(1);
    }

    @Benchmark
    public double[] oneEpoch() {
        single.forward(epoch, re, im);
        return re;
    }

    @Benchmark
    public LongTransform twoLongBlocks() {
        block.putReal(signal[0], 0, 0, 16_384);
        block.putImaginary(signal[1], 0, 0, 16_384);
        block.forward();
        return block;
    }

    @Benchmark
    public List<PowerSpectrum> welchOfNineteenChannels() {
        return welch.estimate(signal, welchEpochs);
    }
}
