package org.neuroward.signal;

/**
 * Pseudo-random numbers that a seed determines for ever: xoshiro256++ (Blackman and Vigna 2021), its state filled from the seed
 * by SplitMix64 (Steele, Lea and Flood 2014). Integers and uniform numbers are exact on every machine; {@link #nextGaussian}
 * takes its logarithm from {@link StrictMath}. Holds state: not for use by two threads at once.
 *
 * <p>Whoever shows a number that came about with the help of chance states the seed beside it.
 */
public final class SeededRandom {

    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private double spareGaussian = Double.NaN;

    public SeededRandom(long seed) {
        s0 = splitMix(seed + 0x9E3779B97F4A7C15L);
        s1 = splitMix(seed + 2 * 0x9E3779B97F4A7C15L);
        s2 = splitMix(seed + 3 * 0x9E3779B97F4A7C15L);
        s3 = splitMix(seed + 4 * 0x9E3779B97F4A7C15L);
    }

    /**
     * A generator of its own for task {@code index}, so that tasks may run in any order: the same seed and index give the same
     * numbers whatever the others draw.
     */
    public static SeededRandom of(long seed, long index) {
        return new SeededRandom(splitMix(seed) ^ splitMix(~index));
    }

    /** 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A number from 0 to {@code bound} - 1, each equally likely: the few values at the top that would favour some are drawn again.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a random number needs a positive bound: bound=" + bound);
        }
        long limit = (1L << 32) - (1L << 32) % bound;
        long drawn;
        do {
            drawn = nextLong() >>> 32;
        } while (drawn >= limit);
        return (int) (drawn % bound);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Normal with mean 0 and standard deviation 1 (polar method, Marsaglia and Bray 1964). */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double u;
        double v;
        double squares;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            squares = u * u + v * v;
        } while (squares >= 1 || squares == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(squares) / squares);
        spareGaussian = v * factor;
        return u * factor;
    }

    /** Puts the values in random order, each order equally likely (Fisher and Yates, Durstenfeld 1964). */
    public void shuffle(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = nextInt(last + 1);
            int value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }

    private static long splitMix(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
