package org.neuroward.complexity;

import java.util.Arrays;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 19 channels at 250 Hz: multiscale entropy of 30 s, all else of 5 min. */
@State(Scope.Benchmark)
public class ComplexityBenchmark extends SteadyState {

    private static final int THIRTY_SECONDS = 30 * 250;

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final double[][] segments = Arrays.stream(signal)
            .map(channel -> Arrays.copyOf(channel, THIRTY_SECONDS))
            .toArray(double[][]::new);

    @Benchmark
    public double multiscaleEntropy() {
        double sum = 0;
        for (double[] segment : segments) {
            sum += MultiscaleEntropy.of(segment, 2, 0.15, 20).complexityIndex().orElseThrow();
        }
        return sum;
    }

    @Benchmark
    public double sampleEntropy() {
        double sum = 0;
        for (double[] segment : segments) {
            sum += SampleEntropy.of(segment, 2, 0.15).value().orElseThrow();
        }
        return sum;
    }

    @Benchmark
    public int lempelZiv() {
        int phrases = 0;
        for (double[] channel : signal) {
            phrases += LempelZiv.of(channel).orElseThrow().phrases();
        }
        return phrases;
    }

    @Benchmark
    public double lempelZivRelativeToOneSurrogate() {
        double sum = 0;
        for (double[] channel : signal) {
            sum += LempelZiv.relativeToSurrogates(channel, 1, 1).orElseThrow();
        }
        return sum;
    }

    @Benchmark
    public double higuchi() {
        double sum = 0;
        for (double[] channel : signal) {
            sum += HiguchiDimension.of(channel, HiguchiDimension.USUAL_LONGEST_STEP)
                    .orElseThrow();
        }
        return sum;
    }

    @Benchmark
    public double permutationEntropy() {
        double sum = 0;
        for (double[] channel : signal) {
            sum += PermutationEntropy.of(channel, 3, 1).orElseThrow();
        }
        return sum;
    }
}
