package org.neuroward.filter;

/** Two second-order sections in a row; a lone one is followed by a section that changes nothing. */
record SectionPair(Biquad first, Biquad second) {

    private static final Biquad UNCHANGED = new Biquad(1, 0, 0, 0, 0);

    static SectionPair lone(Biquad section) {
        return new SectionPair(section, UNCHANGED);
    }

    double gainAtZero() {
        return first.gainAtZero() * second.gainAtZero();
    }

    /**
     * Filters samples {@code from} to {@code to} of four channels in place. A section waits for its own last output; one channel
     * alone leaves most of the processor idle, four with two sections each fill it.
     */
    void forward(double[][] four, int from, int to, PairMemory[] memory) {
        double[] a = four[0], b = four[1], c = four[2], d = four[3];
        PairMemory ofA = memory[0].copy(), ofB = memory[1].copy(), ofC = memory[2].copy(), ofD = memory[3].copy();
        Biquad one = first, two = second;
        for (int n = from; n < to; n++) {
            a[n] = ofA.next(one, two, a[n]);
            b[n] = ofB.next(one, two, b[n]);
            c[n] = ofC.next(one, two, c[n]);
            d[n] = ofD.next(one, two, d[n]);
        }
        memory[0].set(ofA);
        memory[1].set(ofB);
        memory[2].set(ofC);
        memory[3].set(ofD);
    }

    /** The same from sample {@code to - 1} down to {@code from}. */
    void backward(double[][] four, int from, int to, PairMemory[] memory) {
        double[] a = four[0], b = four[1], c = four[2], d = four[3];
        PairMemory ofA = memory[0].copy(), ofB = memory[1].copy(), ofC = memory[2].copy(), ofD = memory[3].copy();
        Biquad one = first, two = second;
        for (int n = to - 1; n >= from; n--) {
            a[n] = ofA.next(one, two, a[n]);
            b[n] = ofB.next(one, two, b[n]);
            c[n] = ofC.next(one, two, c[n]);
            d[n] = ofD.next(one, two, d[n]);
        }
        memory[0].set(ofA);
        memory[1].set(ofB);
        memory[2].set(ofC);
        memory[3].set(ofD);
    }
}
