package org.neuroward.scalp;

import java.util.List;
import java.util.Set;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Splines over 19 channels × 5 min × 250 Hz: one bad channel interpolated, the current density of all, and the plan. */
@State(Scope.Benchmark)
public class SplineBenchmark extends SteadyState {

    private final List<Electrode> electrodes = Electrodes.SCREEN_19.stream()
            .map(name -> Electrodes.find(name).orElseThrow())
            .toList();
    private final double[][] microvolts = SimulatedSignal.fiveMinutes();
    private final ChannelInterpolation plan = planned();
    private final CurrentSourceDensity density = CurrentSourceDensity.over(electrodes);

    @Benchmark
    public double[][] interpolation() {
        plan.apply(microvolts, SimulatedSignal.FIVE_MINUTES);
        return microvolts;
    }

    @Benchmark
    public double[][] currentDensity() {
        return density.apply(microvolts);
    }

    @Benchmark
    public ChannelInterpolation planned() {
        return ChannelInterpolation.plan(Electrodes.SCREEN_19, Set.of("C3"), Set.of());
    }
}
