package org.neuroward.clinic.live;

import java.util.Objects;
import java.util.Optional;
import org.neuroward.signal.HeadMapPoint;

/**
 * One line of the live view.
 *
 * @param label as recorded, or as derived
 * @param name of the electrode, or of the pair
 * @param place on the head map; empty for a pair and for what has no place
 */
record Trace(String label, String name, Optional<HeadMapPoint> place) {

    Trace {
        Objects.requireNonNull(label);
        Objects.requireNonNull(name);
        Objects.requireNonNull(place);
    }
}
