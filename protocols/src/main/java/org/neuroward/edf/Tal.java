package org.neuroward.edf;

import java.util.List;
import java.util.Optional;

/**
 * One time-stamped annotation list (EDF+ 2.2.2).
 *
 * @param onsetNanos from the start that the header states
 * @param texts in order; a first text that is empty keeps the time of the data record
 */
record Tal(long onsetNanos, Optional<Long> durationNanos, List<String> texts) {

    Tal {
        texts = List.copyOf(texts);
    }

    boolean keepsTime() {
        return durationNanos.isEmpty() && texts.getFirst().isEmpty();
    }
}
