package org.neuroward.filter;

/** Any two sections. */
record GeneralPair(Biquad first, Biquad second) implements SectionPair {

    @Override
    public double next(PairMemory memory, double x) {
        return memory.next(first, second, x);
    }

    @Override
    public void forward(double[][] four, int from, int to, PairMemory[] memory) {
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

    @Override
    public void backward(double[][] four, int from, int to, PairMemory[] memory) {
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
