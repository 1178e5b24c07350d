package org.neuroward.network;

import java.util.Arrays;
import org.neuroward.bench.SteadyState;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.signal.SeededRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Five densities with a hundred random networks each. */
@State(Scope.Benchmark)
public class NetworkBenchmark extends SteadyState {

    @Param({"32", "64"})
    private int channels;

    private PairMatrix strengths;

    @Setup
    public void draw() {
        SeededRandom random = new SeededRandom(1);
        double[] upper = new double[channels * (channels - 1) / 2];
        Arrays.setAll(upper, pair -> 0.01 + random.nextDouble());
        strengths = PairMatrix.symmetric(channels, upper);
    }

    @Benchmark
    public NetworkProfile profile() {
        return NetworkProfile.of(strengths, 1).orElseThrow();
    }
}
