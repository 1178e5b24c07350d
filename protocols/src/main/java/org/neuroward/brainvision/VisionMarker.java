package org.neuroward.brainvision;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One line of the marker file.
 *
 * @param frame from 0; the file counts from 1
 * @param frames how many it covers; 0 and 1 mark an instant
 * @param date of a new segment, when it states one
 */
record VisionMarker(String type, String description, long frame, long frames, Optional<LocalDateTime> date) {

    private static final String NEW_SEGMENT = "New Segment";

    boolean isNewSegment() {
        return type.equalsIgnoreCase(NEW_SEGMENT);
    }

    /** Description alone for a remark that a person typed; else with the type in front: {@code Stimulus/S  1}. */
    String text() {
        if (description.isEmpty()) {
            return type;
        }
        return type.isEmpty() || type.equalsIgnoreCase("Comment") ? description : type + "/" + description;
    }
}
