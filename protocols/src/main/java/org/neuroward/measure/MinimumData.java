package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neuroward.scoring.Outcome.NotAvailable;

/**
 * The least clean data with which a number may be shown, and what is recommended: one row for each family of features.
 *
 * <p>Two minutes give stable spectra in children (Levin et al. 2020); many short epochs, the same number for everybody, give the
 * most reliable phase-lag indices (Haartsen et al. 2020).
 */
public enum MinimumData {
    /** Band powers, aperiodic component, alpha frequency. */
    SPECTRA(Amount.CLEAN_SECONDS, 60, 120, 1),
    /** In each of the two conditions, eyes closed and eyes open. */
    ASYMMETRY(Amount.CLEAN_SECONDS_IN_EACH_CONDITION, 120, 240, 1),
    /** Exactly this number of epochs of two seconds is used. */
    CONNECTIVITY(Amount.EPOCHS, 60, 60, 2),
    NETWORK(Amount.EPOCHS, 120, 120, 32),
    /** Stretches of {@link #SEGMENT_SECONDS} without a break. */
    COMPLEXITY(Amount.SEGMENTS, 1, 5, 1),
    N170(Amount.TRIALS, 30, 50, 1),
    P300(Amount.TRIALS, 25, 40, 1),
    MISMATCH_NEGATIVITY(Amount.TRIALS, 100, 150, 1),
    /** Of any two kinds of events; the specification has no row for it, the same numbers as for the N170 are asked. */
    EVENT_DIFFERENCE(Amount.TRIALS, 30, 50, 1);

    /** Length of a stretch for entropies: up to scale 20 it leaves 250 points at 250 Hz. */
    public static final double SEGMENT_SECONDS = 20;

    /** What is counted, with its name in facts. */
    public enum Amount {
        CLEAN_SECONDS("secondsClean", "secondsRequired", "too-little-clean-signal"),
        CLEAN_SECONDS_IN_EACH_CONDITION(
                "secondsClean", "secondsRequired", "too-little-clean-signal-of-both-conditions"),
        EPOCHS("epochs", "epochsRequired", "too-few-epochs"),
        SEGMENTS("segments", "segmentsRequired", "no-long-clean-segment"),
        /** Clean ones of each kind of event that enters the value. */
        TRIALS("trials", "trialsRequired", "too-few-trials");

        private final String found;
        private final String required;
        private final String reason;

        Amount(String found, String required, String reason) {
            this.found = found;
            this.required = required;
            this.reason = reason;
        }
    }

    private final Amount amount;
    private final int minimum;
    private final int recommended;
    private final int channels;

    MinimumData(Amount amount, int minimum, int recommended, int channels) {
        this.amount = amount;
        this.minimum = minimum;
        this.recommended = recommended;
        this.channels = channels;
    }

    public Amount amount() {
        return amount;
    }

    public int minimum() {
        return minimum;
    }

    public int recommended() {
        return recommended;
    }

    /** Good channels that are needed at least. */
    public int channels() {
        return channels;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> inWords() {
        var row = new LinkedHashMap<String, Object>();
        row.put(amount.required, minimum);
        row.put("recommended", recommended);
        row.put("channelsRequired", channels);
        return row;
    }

    /** Why nothing may be shown of so much data; empty when it may. */
    Optional<NotAvailable> refuse(double found, int goodChannels) {
        if (goodChannels < channels) {
            return Optional.of(new NotAvailable("too-few-channels", facts("channels", goodChannels, channels)));
        }
        return found < minimum
                ? Optional.of(new NotAvailable(amount.reason, facts(amount.found, found, minimum)))
                : Optional.empty();
    }

    private Map<String, Object> facts(String name, double found, int needed) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(name, found);
        facts.put(name.equals("channels") ? "channelsRequired" : amount.required, (double) needed);
        return facts;
    }
}
