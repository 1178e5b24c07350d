package org.neuroward.reference;

/**
 * When the mean of the good scalp electrodes may stand for a reference.
 *
 * @param fewest good scalp electrodes
 * @param share of the recorded scalp electrodes that must be good, 0 to 1
 */
public record AverageGate(int fewest, double share) {

    /** For values that are reported. */
    public static final AverageGate SCORING =
            new AverageGate(AverageReference.MIN_CHANNELS, AverageReference.MIN_SHARE);

    /** For traces that are looked at. */
    public static final AverageGate DISPLAY = new AverageGate(2, 0);

    public AverageGate {
        if (fewest < 2 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "an average needs at least two electrodes, a share lies in [0, 1]: fewest=" + fewest + ", share="
                            + share);
        }
    }

    boolean isPassed(int good, int recorded) {
        return good >= fewest && good >= share * recorded;
    }
}
