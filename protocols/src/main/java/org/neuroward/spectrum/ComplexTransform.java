package org.neuroward.spectrum;

/** Discrete Fourier transform of complex points in place; holds working memory. */
sealed interface ComplexTransform permits StockhamTransform, ChirpTransform {

    /** {@code Z[k] = Σ z[n] exp(-2πi k n / points)}. */
    void forward(double[] re, double[] im);
}
