package org.neuroward.preparation;

import java.util.Arrays;
import java.util.Optional;

/** State of the patient in a stretch of a resting recording. */
public enum RestingCondition {
    EYES_CLOSED("eyes-closed", "Eyes closed"),
    EYES_OPEN("eyes-open", "Eyes open"),
    /** The recording says nothing of the eyes. */
    UNMARKED("unmarked", "");

    private final String code;
    private final String annotation;

    RestingCondition(String code, String annotation) {
        this.code = code;
        this.annotation = annotation;
    }

    /** As in results. */
    public String code() {
        return code;
    }

    /** Text of the annotation at the beginning of a block of this condition; empty for {@link #UNMARKED}. */
    public String annotation() {
        return annotation;
    }

    public static Optional<RestingCondition> find(String code) {
        return Arrays.stream(values())
                .filter(condition -> condition.code.equals(code))
                .findFirst();
    }

    static Optional<RestingCondition> ofAnnotation(String text) {
        return Arrays.stream(values())
                .filter(condition ->
                        !condition.annotation.isEmpty() && condition.annotation.equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
