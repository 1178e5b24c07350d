package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.List;

/**
 * How a complex transform of one length falls into butterflies (decimation in time, in place), with its roots of unity;
 * immutable and shared.
 */
final class LanePlan {

    /** Factors above this one would make a transform slow: a butterfly takes O(factor²). */
    private static final int LARGEST_SMALL_FACTOR = 61;

    /**
     * One layer: groups of {@code radix} sub-transforms of {@code step} points each are joined.
     *
     * @param cosines {@code cos(2π e k / (radix step))} at {@code [e][k]}
     * @param sines {@code -sin} of the same
     */
    static final class Layer {

        final int radix;
        final int step;
        final double[][] cosines;
        final double[][] sines;
        /** {@code cos(2π n / radix)} and {@code -sin} of the same. */
        final double[] rootCosines;

        final double[] rootSines;

        private Layer(int radix, int step, UnitRoots roots) {
            this.radix = radix;
            this.step = step;
            this.cosines = new double[radix][step];
            this.sines = new double[radix][step];
            this.rootCosines = new double[radix];
            this.rootSines = new double[radix];
            int stride = roots.cosines.length / (radix * step);
            for (int e = 0; e < radix; e++) {
                rootCosines[e] = roots.cosines[e * step * stride];
                rootSines[e] = roots.sines[e * step * stride];
                for (int k = 0; k < step; k++) {
                    cosines[e][k] = roots.cosines[e * k * stride];
                    sines[e][k] = roots.sines[e * k * stride];
                }
            }
        }
    }

    final int points;
    /** Without it there are no layers: lanes are transformed one by one. */
    final boolean small;

    final Layer[] layers;
    private final int[] places;

    /** @param roots of an order that is a multiple of {@code points} */
    LanePlan(int points, UnitRoots roots) {
        this.points = points;
        List<Layer> all = new ArrayList<>();
        int rest = points;
        this.small = hasSmallFactors(points);
        for (int factor : small ? factorsOf(points) : List.<Integer>of()) {
            rest /= factor;
            all.add(new Layer(factor, rest, roots));
        }
        this.layers = all.toArray(Layer[]::new);
        this.places = new int[points];
        for (int n = 0; n < points; n++) {
            places[n] = small ? place(n) : n;
        }
    }

    /** Row into which point {@code n} goes before the transform; afterwards the rows are in natural order. */
    int placeOf(int n) {
        return places[n];
    }

    static boolean hasSmallFactors(int points) {
        List<Integer> factors = factorsOf(points);
        return factors.isEmpty() || factors.getLast() <= LARGEST_SMALL_FACTOR;
    }

    private int place(int n) {
        int place = 0;
        int rest = n;
        for (Layer layer : layers) {
            place += rest % layer.radix * layer.step;
            rest /= layer.radix;
        }
        return place;
    }

    /** Fours, then twos, then the odd primes in ascending order. */
    static List<Integer> factorsOf(int n) {
        List<Integer> factors = new ArrayList<>();
        int rest = n;
        int factor = 4;
        while (rest > 1) {
            if (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            } else if ((long) factor * factor > rest && factor > 4) {
                factor = rest;
            } else {
                factor = factor == 4 ? 2 : factor == 2 ? 3 : factor + 2;
            }
        }
        return factors;
    }
}
