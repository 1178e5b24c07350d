package org.neuroward.reference;

import java.util.Objects;
import org.neuroward.signal.Electrodes;

/**
 * One channel as a montage sees it: an electrode against the reference of the recording.
 *
 * @param name canonical
 * @param recordingReference canonical where it is an electrode; empty when the recording does not say
 */
public record RecordedElectrode(String name, String recordingReference, Condition condition) {

    /** What may be done with it. */
    public enum Condition {
        GOOD,
        /** Left out of everything, and shown only as recorded. */
        BAD,
        /** A spline stands in its place: it is shown and scored, but is no part of any reference. */
        INTERPOLATED
    }

    public RecordedElectrode {
        Objects.requireNonNull(name);
        Objects.requireNonNull(recordingReference);
        Objects.requireNonNull(condition);
    }

    /** A good electrode of a recording that does not name its reference. */
    public static RecordedElectrode good(String name) {
        return new RecordedElectrode(name, "", Condition.GOOD);
    }

    boolean isGood() {
        return condition == Condition.GOOD;
    }

    boolean isOnScalp() {
        return Electrodes.isScalp(name);
    }
}
