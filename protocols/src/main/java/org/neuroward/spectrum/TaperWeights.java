package org.neuroward.spectrum;

/** How the spectra that several tapers give of one epoch become one. */
enum TaperWeights {
    /** All alike: the mean. */
    EQUAL,
    /** By frequency, less for tapers that let distant power leak in (Thomson 1982). */
    ADAPTIVE
}
