package org.neuroward.clinic.live;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.signal.HeadMapPoint;

/**
 * One trace: a channel of a stream, less the mean of others.
 *
 * @param label as recorded, or as derived
 * @param plus position in the stream
 * @param minus positions in the stream; none for a channel as recorded
 */
record Derivation(String label, String name, Optional<HeadMapPoint> place, int plus, List<Integer> minus) {

    Derivation {
        Objects.requireNonNull(label);
        Objects.requireNonNull(name);
        Objects.requireNonNull(place);
        minus = List.copyOf(minus);
    }

    /** Value of the trace, from the microvolts of all channels of one sample. */
    double of(double[] microvolts) {
        double subtracted = 0;
        for (int channel : minus) {
            subtracted += microvolts[channel];
        }
        return minus.isEmpty() ? microvolts[plus] : microvolts[plus] - subtracted / minus.size();
    }
}
