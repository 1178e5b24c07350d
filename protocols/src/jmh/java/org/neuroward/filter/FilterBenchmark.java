package org.neuroward.filter;

import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.SamplingRate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Filters and resampling of 19 channels × 5 min × 250 Hz, the designs made before. */
@State(Scope.Benchmark)
public class FilterBenchmark extends SteadyState {

    private final double[][] signal = SimulatedSignal.fiveMinutes();
    private final FirFilter fir = FirFilter.bandPass(SimulatedSignal.RATE, 0.5, 45);
    private final CausalFilter causal = CausalFilter.bandPass(SimulatedSignal.RATE, 4, 0.5, 45);
    private final ZeroPhaseSos zeroPhase = causal.zeroPhase();
    private final Resampling to128 = Resampling.of(SimulatedSignal.RATE, new SamplingRate(128));
    private final Resampling to500 = Resampling.of(SimulatedSignal.RATE, new SamplingRate(500));
    private final MainsInterpolation mains = new MainsInterpolation(SimulatedSignal.RATE, 50);

    @Benchmark
    public double[][] zeroPhaseFir() {
        return fir.apply(signal);
    }

    @Benchmark
    public double[][] causalSos() {
        return causal.apply(signal);
    }

    @Benchmark
    public double[][] zeroPhaseSos() {
        return zeroPhase.apply(signal);
    }

    @Benchmark
    public double[][] resamplingTo128() {
        return to128.apply(signal);
    }

    @Benchmark
    public double[][] resamplingTo500() {
        return to500.apply(signal);
    }

    @Benchmark
    public double[] mainsInterpolationOfOneChannel() {
        return mains.apply(signal[0]);
    }
}
