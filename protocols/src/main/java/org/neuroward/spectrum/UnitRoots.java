package org.neuroward.spectrum;

/** {@code exp(-2πi j / order)} for j = 0 … order - 1; immutable. */
final class UnitRoots {

    final double[] cosines;
    final double[] sines;

    /** Lengths that divide by eight take one eighth of the circle from {@link StrictMath}, the rest from its mirror images. */
    UnitRoots(int order) {
        this.cosines = new double[order];
        this.sines = new double[order];
        if (order % 8 == 0) {
            for (int j = 0; j <= order / 8; j++) {
                double angle = 2 * Math.PI * j / order;
                mirror(j, StrictMath.cos(angle), StrictMath.sin(angle));
            }
        } else {
            for (int j = 0; j < order; j++) {
                double angle = 2 * Math.PI * j / order;
                cosines[j] = StrictMath.cos(angle);
                sines[j] = -StrictMath.sin(angle);
            }
        }
    }

    private void mirror(int j, double cosine, double sine) {
        int quarter = cosines.length / 4;
        put(j, cosine, sine);
        put(quarter - j, sine, cosine);
        put(quarter + j, -sine, cosine);
        put(2 * quarter - j, -cosine, sine);
        put(2 * quarter + j, -cosine, -sine);
        put(3 * quarter - j, -sine, -cosine);
        put(3 * quarter + j, sine, -cosine);
        if (j > 0) {
            put(4 * quarter - j, cosine, -sine);
        }
    }

    private void put(int j, double cosine, double sine) {
        cosines[j] = cosine;
        sines[j] = -sine;
    }
}
