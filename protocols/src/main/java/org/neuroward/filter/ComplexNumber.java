package org.neuroward.filter;

/** Just enough complex arithmetic for filter design; not for the hot path. */
record ComplexNumber(double real, double imaginary) {

    static ComplexNumber real(double value) {
        return new ComplexNumber(value, 0);
    }

    ComplexNumber plus(ComplexNumber other) {
        return new ComplexNumber(real + other.real, imaginary + other.imaginary);
    }

    ComplexNumber minus(ComplexNumber other) {
        return new ComplexNumber(real - other.real, imaginary - other.imaginary);
    }

    ComplexNumber times(ComplexNumber other) {
        return new ComplexNumber(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    ComplexNumber times(double factor) {
        return new ComplexNumber(real * factor, imaginary * factor);
    }

    ComplexNumber over(ComplexNumber other) {
        double norm = other.real * other.real + other.imaginary * other.imaginary;
        return new ComplexNumber(
                (real * other.real + imaginary * other.imaginary) / norm,
                (imaginary * other.real - real * other.imaginary) / norm);
    }

    double magnitude() {
        return Math.sqrt(real * real + imaginary * imaginary);
    }

    /** The root with the non-negative real part. */
    ComplexNumber squareRoot() {
        double magnitude = magnitude();
        double root = Math.sqrt(Math.max(0, (magnitude + real) / 2));
        double other = Math.sqrt(Math.max(0, (magnitude - real) / 2));
        return new ComplexNumber(root, imaginary < 0 ? -other : other);
    }
}
