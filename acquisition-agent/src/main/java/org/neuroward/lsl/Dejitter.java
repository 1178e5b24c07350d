package org.neuroward.lsl;

/**
 * Smooths stamps of a regular stream: recursive least squares of stamp over sample number, with forgetting (the method and
 * constants of liblsl 1.17, {@code time_postprocessor.cpp}). Deviation: lost samples may be told, and the line goes on over
 * them.
 */
public final class Dejitter {

    private static final double HALF_TIME_SECONDS = 90;
    private static final double START_VARIANCE = 1e10;

    private final double forgetting;
    private final double periodSeconds;
    private double baseSeconds;
    private boolean started;
    private double offset;
    private double slope;
    private double p00;
    private double p01;
    private double p11;
    private long next;

    public Dejitter(double nominalHertz) {
        if (!(nominalHertz > 0)) {
            throw new IllegalArgumentException("only regular streams can be smoothed: hertz=" + nominalHertz);
        }
        this.forgetting = StrictMath.pow(2, -1 / (nominalHertz * HALF_TIME_SECONDS));
        this.periodSeconds = 1 / nominalHertz;
        restart();
    }

    /** A new clock: what was learnt holds no longer. */
    public void restart() {
        started = false;
        offset = 0;
        slope = periodSeconds;
        p00 = START_VARIANCE;
        p01 = 0;
        p11 = START_VARIANCE;
        next = 0;
    }

    /** Samples that are missing before the next one. */
    public void skip(long samples) {
        next += samples;
    }

    /** What the line says of the sample after {@code ahead} others that are still to come, before its stamp is known. */
    public double predicted(long ahead) {
        return baseSeconds + offset + slope * (next + ahead);
    }

    /** The smoothed stamp of the next sample. */
    public double smooth(double stampSeconds) {
        if (!started) {
            baseSeconds = Math.floor(stampSeconds);
            started = true;
        }
        double t = stampSeconds - baseSeconds;
        double u = next++;
        double pi0 = p00 + u * p01;
        double pi1 = p01 + u * p11;
        double error = t - (offset + u * slope);
        double gain = 1 / (forgetting + pi0 + pi1 * u);
        p00 = (p00 - pi0 * pi0 * gain) / forgetting;
        p01 = (p01 - pi0 * pi1 * gain) / forgetting;
        p11 = (p11 - pi1 * pi1 * gain) / forgetting;
        offset += error * (p00 + p01 * u);
        slope += error * (p01 + p11 * u);
        return offset + u * slope + baseSeconds;
    }
}
