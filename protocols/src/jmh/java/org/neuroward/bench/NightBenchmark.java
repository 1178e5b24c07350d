package org.neuroward.bench;

import java.io.IOException;
import org.neuroward.edf.EdfRecording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading a seven-hour night from a warm page cache. */
@State(Scope.Benchmark)
public class NightBenchmark extends SteadyState {

    private EdfRecording night;

    @Setup
    public void open() throws IOException {
        night = EdfRecording.open(SimulatedNight.file());
    }

    @TearDown
    public void close() throws IOException {
        night.close();
    }

    /** 30 s of one channel, from the open file. */
    @Benchmark
    public double[] window() throws IOException {
        return SignalWork.windowOfNight(night);
    }

    /** All samples of all channels in µV, opening included. */
    @Benchmark
    public double[][] whole() throws IOException {
        return SignalWork.wholeNight();
    }
}
