package org.neuroward.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A remark at a time of a recording (EDF+ annotation).
 *
 * @param onset from the start of the recording; negative for a remark on what came before
 * @param duration empty when the source gives none
 */
public record Annotation(Duration onset, Optional<Duration> duration, String text) {

    public Annotation {
        Objects.requireNonNull(onset);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(text);
    }
}
