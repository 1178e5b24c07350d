package org.neuroward.measure;

/**
 * How epochs are cut from the clean one-second windows.
 *
 * @param windows length
 * @param step from one beginning to the next within a run of clean windows
 */
record Epochs(int windows, int step) {

    /** Of spectra: two seconds, half overlapping. */
    static final Epochs SPECTRA = new Epochs(2, 1);

    /** Of the alpha frequency: four seconds, half overlapping. */
    static final Epochs ALPHA_FREQUENCY = new Epochs(4, 2);

    /** Of connectivity: two seconds, end to end. */
    static final Epochs CONNECTIVITY = new Epochs(2, 2);
}
