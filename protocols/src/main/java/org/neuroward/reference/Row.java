package org.neuroward.reference;

import java.util.List;

/**
 * A derivation in numbers: {@code x[plus] - Σ weight x[channel] / divisor}.
 *
 * @param plus position of a channel, or {@link #NOTHING}
 * @param subtracted channels of the sum; rows that share it share the work
 */
record Row(int plus, Sum subtracted) {

    /** No channel: of a density, or where the electrode is the recording's own reference and so zero. */
    static final int NOTHING = -1;

    /** A weighted sum over channels in ascending order; empty for a channel as recorded. */
    record Sum(List<Integer> channels, List<Double> weights, double divisor) {

        static final Sum EMPTY = new Sum(List.of(), List.of(), 1);

        Sum {
            channels = List.copyOf(channels);
            weights = List.copyOf(weights);
        }
    }
}
