package org.neuroward.filter;

import java.util.Arrays;

/**
 * A {@link FirFilter} for samples as they arrive: memory of one channel of one stream. What it gives is what the zero-phase
 * filter gives, later by {@link FirFilter#groupDelaySeconds()} at every frequency, but for the ends of a stretch. Before the
 * first sample the channel counts as silent (0 µV). Makes no garbage. Not for use by two threads at once.
 */
public final class CausalFir {

    private final double[] taps;
    /** The newest sample lies at {@code newest}, older ones behind it; twice as long as needed, so that it seldom moves. */
    private final double[] history;

    private int newest;

    CausalFir(double[] taps) {
        this.taps = taps;
        this.history = new double[2 * taps.length];
        this.newest = taps.length;
    }

    /** Takes the next sample and gives the filtered one. */
    public double next(double sample) {
        if (newest == 0) {
            System.arraycopy(history, 0, history, taps.length + 1, taps.length - 1);
            newest = taps.length + 1;
        }
        newest--;
        history[newest] = sample;
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * history[newest + k];
        }
        return sum;
    }

    /** Filters consecutive samples in place. */
    public void apply(double[] samples) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] = next(samples[n]);
        }
    }

    /** Forgets all samples: what follows is after a gap. */
    public void clear() {
        Arrays.fill(history, 0);
    }
}
