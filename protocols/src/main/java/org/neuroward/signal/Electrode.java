package org.neuroward.signal;

import java.util.Objects;

/**
 * A contact at a named position of the 10-10 system on the unit sphere.
 *
 * @param name canonical name, for example {@code Fp1}, {@code T7}
 * @param polarDegrees angle from the vertex; negative on the left half, as in the table of BESA
 * @param azimuthDegrees angle in the horizontal plane
 */
public record Electrode(String name, double polarDegrees, double azimuthDegrees) {

    /** Polar angle that the outline of the head map stands for; the circumference of the 10-20 system lies at 92°. */
    private static final double HEAD_OUTLINE_DEGREES = 100;

    public Electrode {
        Objects.requireNonNull(name);
    }

    /** Towards the right ear, -1 to 1. */
    public double x() {
        return StrictMath.sin(polar()) * StrictMath.cos(azimuth());
    }

    /** Towards the nose, -1 to 1. */
    public double y() {
        return StrictMath.sin(polar()) * StrictMath.sin(azimuth());
    }

    /** Towards the vertex, -1 to 1. */
    public double z() {
        return StrictMath.cos(polar());
    }

    /** Where the electrode is drawn on a head seen from above. */
    public HeadMapPoint onHeadMap() {
        double radius = polarDegrees / HEAD_OUTLINE_DEGREES;
        return new HeadMapPoint(radius * StrictMath.cos(azimuth()), radius * StrictMath.sin(azimuth()));
    }

    private double polar() {
        return StrictMath.toRadians(polarDegrees);
    }

    private double azimuth() {
        return StrictMath.toRadians(azimuthDegrees);
    }
}
