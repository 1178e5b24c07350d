package org.neuroward.evoked;

import java.util.Optional;

/**
 * The N170, the answer to faces: the negative local peak after the P1. Average reference; site P8 first, then P7, PO7, PO8, TP7,
 * TP8; upright faces.
 *
 * @param p1 positive local peak, 80 to 140 ms; empty when there is none
 * @param peak negative local peak, 130 to 200 ms, in children of 6 to 11 years 150 to 250 ms, and after the P1; empty when there is
 *     none, or no P1 before it
 */
public record N170(Optional<WavePeak> p1, Optional<WavePeak> peak) {

    private static final double P1_FROM_SECONDS = 0.08;
    private static final double P1_TO_SECONDS = 0.14;

    /** On either side of a local peak. */
    private static final double NEIGHBOURS_SECONDS = 0.01;

    public static N170 of(EvokedWave faces, Maturity maturity) {
        int neighbours = neighbours(faces.span());
        Optional<WavePeak> p1 = faces.findPeak(P1_FROM_SECONDS, P1_TO_SECONDS, Polarity.POSITIVE, neighbours);
        if (p1.isEmpty()) {
            return new N170(p1, Optional.empty());
        }
        double after = p1.get().latencySeconds();
        return switch (maturity) {
            case ADULT -> new N170(p1, faces.findPeak(Math.max(0.13, after), 0.2, Polarity.NEGATIVE, neighbours));
            case CHILD -> new N170(p1, faces.findPeak(Math.max(0.15, after), 0.25, Polarity.NEGATIVE, neighbours));
        };
    }

    /** Ten milliseconds, at least one sample. */
    static int neighbours(TrialSpan span) {
        return (int) Math.max(1, Math.round(NEIGHBOURS_SECONDS * span.rate().hertz()));
    }
}
