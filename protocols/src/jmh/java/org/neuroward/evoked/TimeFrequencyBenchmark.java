package org.neuroward.evoked;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One channel, 100 trials of -1 to 1.5 s at 250 Hz: Morlet power at 3 to 30 Hz, and the bootstrap of a mean amplitude. */
@State(Scope.Benchmark)
public class TimeFrequencyBenchmark extends SteadyState {

    private static final int TRIALS = 100;
    private static final double[] HERTZ =
            IntStream.rangeClosed(3, 30).mapToDouble(f -> f).toArray();

    private final TrialSpan span = new TrialSpan(SimulatedSignal.RATE, -1, 1.5);
    private final Trials trials = Trials.cut(
            SimulatedSignal.fiveMinutes()[0],
            IntStream.range(0, TRIALS).map(t -> 300 + 700 * t).toArray(),
            span);
    private final TimeFrequency morlet = TimeFrequency.morlet(span, HERTZ);

    @Benchmark
    public EventPower morletPower() {
        return morlet.power(trials);
    }

    @Benchmark
    public OptionalDouble bootstrapOfMeanAmplitude() {
        return StandardisedError.bootstrap(
                java.util.List.of(trials), waves -> waves.getFirst().meanMicrovolts(0.3, 0.5), 1000, 1);
    }
}
