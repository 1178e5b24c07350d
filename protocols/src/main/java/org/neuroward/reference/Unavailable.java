package org.neuroward.reference;

import java.util.List;
import java.util.Objects;

/**
 * A derivation that a recording cannot give.
 *
 * @param electrodes those that the reason is about; may be empty
 */
public record Unavailable(Derivation derivation, Reason reason, List<String> electrodes) {

    public Unavailable {
        Objects.requireNonNull(derivation);
        Objects.requireNonNull(reason);
        electrodes = List.copyOf(electrodes);
    }

    /** With its code in results. */
    public enum Reason {
        ELECTRODE_MISSING("electrode-missing"),
        ELECTRODE_BAD("electrode-bad"),
        /** An average or a density needs a place on the scalp. */
        NOT_ON_SCALP("not-on-scalp"),
        TOO_FEW_GOOD_ELECTRODES("too-few-good-electrodes"),
        TOO_FEW_NEIGHBOURS("too-few-neighbours"),
        /** What was recorded against different references cannot be subtracted. */
        MIXED_RECORDING_REFERENCES("mixed-recording-references");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
