package org.neuroward.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.evoked.TrialSpan;
import org.neuroward.signal.SamplingRate;

/** What is looked for in the answers to events. */
public enum EvokedComponent {
    /** P3b: rare targets against standards. */
    P300("p300", List.of("target", "standard"), List.of("Pz"), List.of("CPz", "P3", "P4"), MinimumData.P300),
    MISMATCH_NEGATIVITY(
            "mmn", List.of("deviant", "standard"), List.of("Fz"), List.of("FCz"), MinimumData.MISMATCH_NEGATIVITY),
    /** Of upright faces. */
    N170("n170", List.of("faces"), List.of("P8", "P7"), List.of("PO7", "PO8", "TP7", "TP8"), MinimumData.N170),
    /** Mean amplitude of a difference of two averages over a stated window, in every good channel. */
    DIFFERENCE("difference", List.of("first", "second"), List.of(), List.of(), MinimumData.EVENT_DIFFERENCE);

    private final String code;
    private final List<String> events;
    private final List<String> sites;
    private final List<String> furtherSites;
    private final MinimumData minimum;

    EvokedComponent(
            String code, List<String> events, List<String> sites, List<String> furtherSites, MinimumData minimum) {
        this.code = code;
        this.events = events;
        this.sites = sites;
        this.furtherSites = furtherSites;
        this.minimum = minimum;
    }

    /** As on the command line. */
    public String code() {
        return code;
    }

    /** Kinds of events that must be named, in the order of their subtraction. */
    public List<String> events() {
        return events;
    }

    public static Optional<EvokedComponent> find(String code) {
        return Arrays.stream(values())
                .filter(component -> component.code.equals(code))
                .findFirst();
    }

    /** Sites whose absence is told. */
    List<String> sites() {
        return sites;
    }

    /** Sites that are measured where they were recorded. */
    List<String> furtherSites() {
        return furtherSites;
    }

    MinimumData minimum() {
        return minimum;
    }

    /** @param asked of a plain difference */
    SignalReference reference(SignalReference asked) {
        return switch (this) {
            case P300, MISMATCH_NEGATIVITY -> SignalReference.LINKED_MASTOIDS;
            case N170 -> SignalReference.AVERAGE;
            case DIFFERENCE -> asked;
        };
    }

    TrialSpan span(SamplingRate rate) {
        return switch (this) {
            case P300, DIFFERENCE -> TrialSpan.usual(rate);
            case MISMATCH_NEGATIVITY, N170 -> TrialSpan.early(rate);
        };
    }
}
