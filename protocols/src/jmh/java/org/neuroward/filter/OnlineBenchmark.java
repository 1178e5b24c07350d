package org.neuroward.filter;

import java.util.concurrent.TimeUnit;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.SamplingRate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One block of live feedback: 64 channels × 20 ms at 1 kHz through high-pass, notch, alpha band-pass and envelope. Run it with
 * {@code -prof gc}: nothing is allocated.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OnlineBenchmark extends SteadyState {

    private static final SamplingRate RATE = new SamplingRate(1000);
    private static final int CHANNELS = 64;
    private static final int BLOCK = 20;

    private final double[][] signal = SimulatedSignal.microvolts(CHANNELS, 10_000, RATE);
    private final double[][] block = new double[CHANNELS][BLOCK];
    private final double[][] envelopes = new double[CHANNELS][BLOCK];
    private final EnvelopeBank bank = new EnvelopeBank(
            CausalFilter.highPass(RATE, 2, 0.5)
                    .then(CausalFilter.notch(RATE, 50, 30))
                    .then(CausalFilter.bandPass(RATE, 2, 8, 12)),
            0.05,
            CHANNELS);
    private int next;

    @Benchmark
    public double[][] filterAndEnvelope() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            System.arraycopy(signal[channel], next, block[channel], 0, BLOCK);
        }
        next = (next + BLOCK) % signal[0].length;
        bank.apply(block, envelopes);
        return envelopes;
    }
}
