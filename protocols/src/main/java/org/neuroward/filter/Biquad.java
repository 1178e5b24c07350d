package org.neuroward.filter;

/** Second-order section {@code (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²)}. */
record Biquad(double b0, double b1, double b2, double a1, double a2) {

    /** Zeros on the unit circle at {@code radians}; unit gain far from it (bilinear transform, as SciPy's iirnotch). */
    static Biquad notch(double radians, double quality) {
        double gain = 1 / (1 + StrictMath.tan(radians / quality / 2));
        double cosine = StrictMath.cos(radians);
        return new Biquad(gain, -2 * gain * cosine, gain, -2 * gain * cosine, 2 * gain - 1);
    }

    Biquad scaled(double factor) {
        return new Biquad(b0 * factor, b1 * factor, b2 * factor, a1, a2);
    }

    double gainAtZero() {
        return (b0 + b1 + b2) / (1 + a1 + a2);
    }

    ComplexNumber response(double radians) {
        return polynomial(b0, b1, b2, radians).over(polynomial(1, a1, a2, radians));
    }

    /** Group delay of a ratio of polynomials: Re(Σ n b zⁿ / Σ b zⁿ) of the numerator less that of the denominator. */
    double groupDelaySamples(double radians) {
        return weighted(b0, b1, b2, radians) - weighted(1, a1, a2, radians);
    }

    private static double weighted(double c0, double c1, double c2, double radians) {
        return polynomial(0, c1, 2 * c2, radians)
                .over(polynomial(c0, c1, c2, radians))
                .real();
    }

    private static ComplexNumber polynomial(double c0, double c1, double c2, double radians) {
        return new ComplexNumber(
                c0 + c1 * StrictMath.cos(radians) + c2 * StrictMath.cos(2 * radians),
                -c1 * StrictMath.sin(radians) - c2 * StrictMath.sin(2 * radians));
    }
}
