package org.neuroward.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The tasks on 19 channels × 5 min × 250 Hz that a peer does too. */
@State(Scope.Benchmark)
public class SignalBenchmark extends SteadyState {

    private final SignalWork work = new SignalWork();

    @Benchmark
    public double[][] welch() {
        return work.welch();
    }

    @Benchmark
    public double[][] zeroPhaseFir() {
        return work.zeroPhaseFir();
    }

    @Benchmark
    public double[][] causalSos() {
        return work.causalSos();
    }

    @Benchmark
    public double[][] multitaper() {
        return work.multitaper();
    }

    @Benchmark
    public double[][] weightedPhaseLag() {
        return work.weightedPhaseLag();
    }

    @Benchmark
    public double[][] multiscaleEntropy() {
        return work.multiscaleEntropy();
    }

    @Benchmark
    public double sampleEntropy() {
        return work.sampleEntropy();
    }

    @Benchmark
    public double[][] zeroPhaseSos() {
        return work.zeroPhaseSos();
    }

    @Benchmark
    public double[][] resampling() {
        return work.resampling();
    }
}
