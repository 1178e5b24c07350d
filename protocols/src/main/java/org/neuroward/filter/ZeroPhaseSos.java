package org.neuroward.filter;

import java.util.Arrays;
import java.util.List;

/**
 * A recursive filter run forward and then backward over a recording (Gustafsson 1996 discusses the ends): no phase shift, the
 * square of the gain. Conventions are those of SciPy's {@code sosfiltfilt}: a stretch is continued at both ends by odd
 * reflection ({@code 2 x[0] - x[k]}) over {@link #reach()} samples, and the filter starts settled at the first of them.
 * Immutable and shared.
 *
 * <p>A filter is applied within one gapless stretch. A sample that is not a number makes the whole stretch NaN, since the two
 * passes together carry it to either end.
 */
public final class ZeroPhaseSos {

    private final Cascade cascade;
    private final int reach;

    ZeroPhaseSos(Cascade cascade, List<Biquad> sections) {
        this.cascade = cascade;
        long withoutSecondZero =
                sections.stream().filter(section -> section.b2() == 0).count();
        long withoutSecondPole =
                sections.stream().filter(section -> section.a2() == 0).count();
        int taps = 2 * sections.size() + 1 - (int) Math.min(withoutSecondZero, withoutSecondPole);
        this.reach = 3 * taps;
    }

    /** Samples by which a stretch is continued at both ends; a stretch must be longer than this. */
    public int reach() {
        return reach;
    }

    /** The filtered stretch, of the same length. @throws IllegalArgumentException when it is not longer than {@link #reach()} */
    public double[] apply(double[] microvolts) {
        return apply(new double[][] {microvolts})[0];
    }

    /**
     * Each channel by itself, with the same bits as alone, in less time.
     *
     * @param microvolts {@code [channel][sample]}, equally long
     * @throws IllegalArgumentException when they are not, or not longer than {@link #reach()}
     */
    public double[][] apply(double[][] microvolts) {
        double[][] filtered = new double[microvolts.length][];
        if (microvolts.length == 0) {
            return filtered;
        }
        int samples = microvolts[0].length;
        double[][] four = new double[Cascade.SIDE_BY_SIDE][samples + 2 * reach];
        for (int first = 0; first < microvolts.length; first += four.length) {
            int channels = Math.min(four.length, microvolts.length - first);
            for (int i = 0; i < channels; i++) {
                checkLength(microvolts[first + i], samples);
                extend(microvolts[first + i], four[i]);
            }
            filter(four);
            for (int i = 0; i < channels; i++) {
                filtered[first + i] = Arrays.copyOfRange(four[i], reach, reach + samples);
            }
        }
        return filtered;
    }

    private void filter(double[][] four) {
        int length = four[0].length;
        PairMemory[][] memory = cascade.silent(four.length);
        for (int i = 0; i < four.length; i++) {
            cascade.settle(memory, i, four[i][0]);
        }
        cascade.forward(four, 0, length, memory);
        for (int i = 0; i < four.length; i++) {
            cascade.settle(memory, i, four[i][length - 1]);
        }
        cascade.backward(four, 0, length, memory);
    }

    private void checkLength(double[] microvolts, int samples) {
        if (microvolts.length != samples || samples <= reach) {
            throw new IllegalArgumentException(
                    "channels must be equally long, and longer than the filter's reach: samples=" + microvolts.length
                            + ", channel0=" + samples + ", reach=" + reach);
        }
    }

    private void extend(double[] samples, double[] extended) {
        int last = samples.length - 1;
        System.arraycopy(samples, 0, extended, reach, samples.length);
        for (int k = 1; k <= reach; k++) {
            extended[reach - k] = 2 * samples[0] - samples[k];
            extended[reach + last + k] = 2 * samples[last] - samples[last - k];
        }
    }
}
