package org.neuroward.bench;

import org.neuroward.filter.CausalFilter;
import org.neuroward.filter.EnvelopeBank;
import org.neuroward.signal.SamplingRate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the live view and feedback do with each block: high-pass 0.5 Hz, mains notch and alpha band-pass, then the envelope, of 64
 * channels × 20 ms at 1 kHz. The blocks are those of one second, over and over.
 */
@State(Scope.Benchmark)
public class OnlineBenchmark extends SteadyState {

    private static final int CHANNELS = 64;
    private static final int BLOCK_SAMPLES = 20;
    private static final int BLOCKS = 50;
    private static final SamplingRate RATE = new SamplingRate(1000);
    private static final double ENVELOPE_SECONDS = 0.05;

    private final double[][][] blocks = blocks();
    private final double[][] filtered = new double[CHANNELS][BLOCK_SAMPLES];
    private final double[][] envelopes = new double[CHANNELS][BLOCK_SAMPLES];
    private final EnvelopeBank bank = new EnvelopeBank(
            CausalFilter.highPass(RATE, 2, 0.5)
                    .then(CausalFilter.notch(RATE, 50, 30))
                    .then(CausalFilter.bandPass(RATE, 2, 8, 12)),
            ENVELOPE_SECONDS,
            CHANNELS);

    private int next;

    @Benchmark
    public double[][] block() {
        // The bank works in place: what it is given must be the signal as it arrives.
        for (int channel = 0; channel < CHANNELS; channel++) {
            System.arraycopy(blocks[next][channel], 0, filtered[channel], 0, BLOCK_SAMPLES);
        }
        bank.apply(filtered, envelopes);
        next = (next + 1) % BLOCKS;
        return envelopes;
    }

    private static double[][][] blocks() {
        double[][] second = SimulatedSignal.microvolts(CHANNELS, BLOCKS * BLOCK_SAMPLES, RATE);
        double[][][] blocks = new double[BLOCKS][CHANNELS][BLOCK_SAMPLES];
        for (int block = 0; block < BLOCKS; block++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                System.arraycopy(second[channel], block * BLOCK_SAMPLES, blocks[block][channel], 0, BLOCK_SAMPLES);
            }
        }
        return blocks;
    }
}
