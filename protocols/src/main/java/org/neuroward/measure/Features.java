package org.neuroward.measure;

/** One family of features. */
interface Features {

    /** Adds every value of the family, given or not, condition by condition. */
    void measure(CleanRecording recording, Measures measures);
}
