package org.neuroward.lsl;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From push to the inlet's listener over loopback TCP, one push at a time, and as many as go through. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class LslBenchmark {

    /** Samples under way at most, so that neither side's buffer overflows. */
    private static final int MOST_UNDER_WAY = 2000;

    @Param({"1", "20"})
    int samplesPerPush;

    @Param({"neuroward", "liblsl"})
    String library;

    private StreamLoop loop;
    private long pushed;

    @Setup
    public void connect() throws Exception {
        loop = library.equals("liblsl") ? new LiblslLoop() : new OurLoop();
    }

    /** The time from pushing until the last of the samples is there. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public void latency() {
        push();
        loop.awaitReceived(pushed);
    }

    /** Pushes that go through; each has {@link #samplesPerPush} samples. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public void throughput() {
        loop.awaitReceived(pushed - MOST_UNDER_WAY);
        push();
    }

    private void push() {
        loop.push(samplesPerPush);
        pushed += samplesPerPush;
    }

    @TearDown
    public void disconnect() throws Exception {
        loop.close();
    }
}
