package org.neuroward.agent.device;

import java.time.Duration;
import java.util.Objects;

/**
 * What the patient is asked to do in one stretch of a session.
 *
 * @param onset from the first sample
 */
public record Instruction(String text, Duration onset, Duration duration) {

    public Instruction {
        Objects.requireNonNull(text);
        if (onset.isNegative() || duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "an instruction starts at 0 or later and lasts: onset=" + onset + ", duration=" + duration);
        }
    }

    public Duration end() {
        return onset.plus(duration);
    }
}
