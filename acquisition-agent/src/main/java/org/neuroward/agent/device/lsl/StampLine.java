package org.neuroward.agent.device.lsl;

/**
 * The line on which the stamps of a regular stream lie: follows the source's clock slowly (an alpha-beta filter of two
 * seconds), so that single late stamps do not bend it, and knows how far stamps usually stray.
 */
final class StampLine {

    private static final double SECONDS = 2;
    private static final double LARGEST_RATE_ERROR = 0.005;
    private static final double LEAST_DOUBT_PERIODS = 0.75;
    private static final double USUAL_STRAY = 4;

    private final double hertz;
    private final double nominalPeriod;
    private final double leastGain;
    private boolean started;
    private double expected;
    private double period;
    private double stray;
    private long learnt;

    StampLine(double hertz) {
        this.hertz = hertz;
        this.nominalPeriod = 1 / hertz;
        this.leastGain = Math.min(0.5, 1 / (hertz * SECONDS));
        this.period = nominalPeriod;
    }

    /** Seconds by which a stamp is later than the line says for the sample after {@code ahead} others. */
    double late(double stamp, long ahead) {
        return started ? stamp - (expected + ahead * period) : 0;
    }

    /** How far from the line a stamp makes one think. */
    double tolerance() {
        return Math.max(LEAST_DOUBT_PERIODS * nominalPeriod, USUAL_STRAY * stray + nominalPeriod / 4);
    }

    /** The next sample has this stamp, and all is well. */
    void learn(double stamp) {
        if (!started) {
            started = true;
            expected = stamp;
        }
        double error = stamp - expected;
        double gain = Math.max(leastGain, 1.0 / (learnt + 1));
        double limited = Math.clamp(error, -tolerance(), tolerance());
        if (gain == leastGain) {
            period += gain * gain / 2 * limited;
            period = Math.clamp(
                    period, nominalPeriod * (1 - LARGEST_RATE_ERROR), nominalPeriod * (1 + LARGEST_RATE_ERROR));
        }
        stray += (Math.abs(error) - stray) * leastGain;
        expected += gain * limited + period;
        learnt++;
    }

    /** Samples that are missing before the next one. */
    void skip(long samples) {
        expected += samples * period;
    }

    /** The source's clock is another one from here on. */
    void restart() {
        started = false;
        learnt = 0;
    }

    long samples(double seconds) {
        return Math.round(seconds * hertz);
    }
}
