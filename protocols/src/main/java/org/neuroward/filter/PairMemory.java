package org.neuroward.filter;

/**
 * What two second-order sections in a row remember of one channel (direct form II transposed). Loops work on a copy of their
 * own, whose numbers the compiler keeps in registers.
 */
final class PairMemory {

    private double a1;
    private double a2;
    private double b1;
    private double b2;

    static PairMemory silent() {
        return new PairMemory();
    }

    /** Memory after endless samples of value {@code level}. */
    static PairMemory settled(SectionPair pair, double level) {
        double between = level * pair.first().gainAtZero();
        double after = between * pair.second().gainAtZero();
        var memory = new PairMemory();
        memory.a1 = between - pair.first().b0() * level;
        memory.a2 = pair.first().b2() * level - pair.first().a2() * between;
        memory.b1 = after - pair.second().b0() * between;
        memory.b2 = pair.second().b2() * between - pair.second().a2() * after;
        return memory;
    }

    double next(Biquad first, Biquad second, double x) {
        double y = first.b0() * x + a1;
        a1 = first.b1() * x - first.a1() * y + a2;
        a2 = first.b2() * x - first.a2() * y;
        double z = second.b0() * y + b1;
        b1 = second.b1() * y - second.a1() * z + b2;
        b2 = second.b2() * y - second.a2() * z;
        return z;
    }

    double nextOfBand(Biquad first, Biquad second, double x) {
        double u = first.b0() * x;
        double y = u + a1;
        a1 = a2 - first.a1() * y;
        a2 = -u - first.a2() * y;
        double v = second.b0() * y;
        double z = v + b1;
        b1 = b2 - second.a1() * z;
        b2 = -v - second.a2() * z;
        return z;
    }

    PairMemory copy() {
        var copy = new PairMemory();
        copy.set(this);
        return copy;
    }

    void set(PairMemory other) {
        a1 = other.a1;
        a2 = other.a2;
        b1 = other.b1;
        b2 = other.b2;
    }
}
