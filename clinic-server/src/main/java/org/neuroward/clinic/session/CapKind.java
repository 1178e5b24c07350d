package org.neuroward.clinic.session;

import java.util.Locale;
import java.util.Optional;

/**
 * How low impedances should be, for a kind of electrode. Sources: cups, after summaries of the guidelines of ACNS and IFCN;
 * sponges, the thresholds that EGI's own software carries; gel and dry, a maker's recommendation (Mentalab), its stricter end,
 * for which no guideline was found.
 */
enum CapKind {
    CUP(5, 10, false),
    GEL(10, 50, true),
    SPONGE(50, 100, false),
    DRY(50, 200, true);

    private final double goodKilohms;
    private final double usableKilohms;
    private final boolean doubtful;

    CapKind(double goodKilohms, double usableKilohms, boolean doubtful) {
        this.goodKilohms = goodKilohms;
        this.usableKilohms = usableKilohms;
        this.doubtful = doubtful;
    }

    double goodKilohms() {
        return goodKilohms;
    }

    double usableKilohms() {
        return usableKilohms;
    }

    /** Whether no guideline stands behind the limits. */
    boolean doubtful() {
        return doubtful;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CapKind> find(String word) {
        for (CapKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
