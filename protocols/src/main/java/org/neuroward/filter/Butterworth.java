package org.neuroward.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Butterworth designs as second-order sections, by the bilinear transform with prewarped edges. Frequencies are fractions
 * of the sampling rate.
 */
final class Butterworth {

    private static final int MAX_ORDER = 8;

    private Butterworth() {}

    static List<Biquad> lowPass(int order, double cutoff) {
        double warped = warp(cutoff);
        var sections = new ArrayList<Biquad>();
        for (ComplexNumber pole : upperPrototypePoles(order)) {
            Biquad section = fromPole(bilinear(pole.times(warped)), pole, 1);
            sections.add(section.scaled(1 / section.gainAtZero()));
        }
        return sections;
    }

    static List<Biquad> highPass(int order, double cutoff) {
        double warped = warp(cutoff);
        var sections = new ArrayList<Biquad>();
        for (ComplexNumber pole : upperPrototypePoles(order)) {
            ComplexNumber moved = ComplexNumber.real(warped).over(pole);
            Biquad section = fromPole(bilinear(moved), pole, -1);
            sections.add(section.scaled(1 / section.response(Math.PI).magnitude()));
        }
        return sections;
    }

    static List<Biquad> bandPass(int order, double low, double high) {
        if (low >= high) {
            throw new IllegalArgumentException("band must have its low edge below its high edge, as fractions of the"
                    + " sampling rate: low=" + low + ", high=" + high);
        }
        double width = warp(high) - warp(low);
        double centreSquared = warp(high) * warp(low);
        double centreRadians = 2 * StrictMath.atan(Math.sqrt(centreSquared));
        var sections = new ArrayList<Biquad>();
        for (ComplexNumber pole : upperPrototypePoles(order)) {
            for (Biquad section : bandSections(pole, width, centreSquared)) {
                sections.add(section.scaled(1 / section.response(centreRadians).magnitude()));
            }
        }
        return sections;
    }

    /** A prototype pole p becomes the two roots of {@code s² - p·width·s + centre²}; its conjugate, their conjugates. */
    private static List<Biquad> bandSections(ComplexNumber pole, double width, double centreSquared) {
        ComplexNumber half = pole.times(width / 2);
        ComplexNumber root =
                half.times(half).minus(ComplexNumber.real(centreSquared)).squareRoot();
        ComplexNumber first = bilinear(half.plus(root));
        ComplexNumber second = bilinear(half.minus(root));
        if (isReal(pole)) {
            return List.of(new Biquad(
                    1, 0, -1, -first.plus(second).real(), first.times(second).real()));
        }
        return List.of(conjugatePair(first, 1, 0, -1), conjugatePair(second, 1, 0, -1));
    }

    /** Zeros at -1 ({@code sign} +1, low-pass) or at +1 ({@code sign} -1, high-pass). */
    private static Biquad fromPole(ComplexNumber pole, ComplexNumber prototype, int sign) {
        return isReal(prototype) ? new Biquad(1, sign, 0, -pole.real(), 0) : conjugatePair(pole, 1, 2 * sign, 1);
    }

    private static Biquad conjugatePair(ComplexNumber pole, double b0, double b1, double b2) {
        double norm = pole.real() * pole.real() + pole.imaginary() * pole.imaginary();
        return new Biquad(b0, b1, b2, -2 * pole.real(), norm);
    }

    /** Poles on the left half of the unit circle with imaginary part of at least 0. */
    private static List<ComplexNumber> upperPrototypePoles(int order) {
        if (order < 1 || order > MAX_ORDER) {
            throw new IllegalArgumentException("filter order must be 1 to " + MAX_ORDER + ": " + order);
        }
        var poles = new ArrayList<ComplexNumber>();
        for (int k = 0; k < order / 2; k++) {
            double angle = Math.PI * (2 * k + 1) / (2 * order);
            poles.add(new ComplexNumber(-StrictMath.sin(angle), StrictMath.cos(angle)));
        }
        if (order % 2 == 1) {
            poles.add(ComplexNumber.real(-1));
        }
        return poles;
    }

    private static boolean isReal(ComplexNumber number) {
        return number.imaginary() == 0;
    }

    private static double warp(double fraction) {
        return StrictMath.tan(Math.PI * fraction);
    }

    private static ComplexNumber bilinear(ComplexNumber s) {
        return ComplexNumber.real(1).plus(s).over(ComplexNumber.real(1).minus(s));
    }
}
