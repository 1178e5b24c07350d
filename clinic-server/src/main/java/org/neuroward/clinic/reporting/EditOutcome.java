package org.neuroward.clinic.reporting;

import java.time.Instant;

/** What became of an attempt to change or sign a draft. */
sealed interface EditOutcome {

    /** @param revision to be stated with the next change */
    record Saved(int revision, Instant at) implements EditOutcome {}

    record Signed(Instant at) implements EditOutcome {}

    /** Another person saved after this reader had opened the draft. */
    record ChangedMeanwhile(String byName, Instant at) implements EditOutcome {}

    record AlreadySigned() implements EditOutcome {}

    record ImpressionMissing() implements EditOutcome {}

    record ImpressionTooLong(int longest) implements EditOutcome {}

    /** A character without a shape, which no form of the report could hold. */
    record ImpressionUnprintable() implements EditOutcome {}

    /** @param left how often the signer may still be wrong */
    record WrongPassword(int left) implements EditOutcome {}

    record Locked(Instant until) implements EditOutcome {}
}
