package org.neuroward.filter;

/** Two second-order sections in a row; a lone one is followed by a section that changes nothing. */
sealed interface SectionPair permits GeneralPair, BandPair {

    Biquad UNCHANGED = new Biquad(1, 0, 0, 0, 0);

    static SectionPair of(Biquad first, Biquad second) {
        return BandPair.fits(first) && BandPair.fits(second)
                ? new BandPair(first, second)
                : new GeneralPair(first, second);
    }

    static SectionPair lone(Biquad section) {
        return new GeneralPair(section, UNCHANGED);
    }

    Biquad first();

    Biquad second();

    default double gainAtZero() {
        return first().gainAtZero() * second().gainAtZero();
    }

    double next(PairMemory memory, double x);

    /**
     * Filters samples {@code from} to {@code to} of four channels in place. A section waits for its own last output; one channel
     * alone leaves most of the processor idle, four with two sections each fill it.
     */
    void forward(double[][] four, int from, int to, PairMemory[] memory);

    /** The same from sample {@code to - 1} down to {@code from}. */
    void backward(double[][] four, int from, int to, PairMemory[] memory);
}
