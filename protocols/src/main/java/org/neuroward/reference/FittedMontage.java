package org.neuroward.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neuroward.reference.Row.Sum;

/**
 * A montage for the electrodes of one recording: what it can give, in the order of the montage, and what it cannot, with the
 * reason. Immutable, without memory: applied to a live signal block by block it gives the same values as to the whole.
 */
public final class FittedMontage {

    private final String code;
    private final List<RecordedElectrode> electrodes;
    private final List<Derivation> derivations;
    private final List<Unavailable> unavailable;
    private final int[] plus;

    /** Rows that subtract the same sum; the first of them holds it while the others are made. */
    private final int[][] groups;

    private final int[][] channels;
    private final double[][] weights;
    private final double[] divisors;

    FittedMontage(
            String code,
            List<RecordedElectrode> electrodes,
            List<Derivation> derivations,
            List<Row> rows,
            List<Unavailable> unavailable) {
        this.code = code;
        this.electrodes = List.copyOf(electrodes);
        this.derivations = List.copyOf(derivations);
        this.unavailable = List.copyOf(unavailable);
        this.plus = rows.stream().mapToInt(Row::plus).toArray();
        Map<Sum, List<Integer>> bySum = new HashMap<>();
        List<Sum> sums = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Sum sum = rows.get(row).subtracted();
            bySum.computeIfAbsent(sum, s -> {
                        sums.add(s);
                        return new ArrayList<>();
                    })
                    .add(row);
        }
        this.groups = sums.stream().map(sum -> ints(bySum.get(sum))).toArray(int[][]::new);
        this.channels = sums.stream().map(sum -> ints(sum.channels())).toArray(int[][]::new);
        this.weights = sums.stream()
                .map(sum -> sum.weights().stream().mapToDouble(w -> w).toArray())
                .toArray(double[][]::new);
        this.divisors = sums.stream().mapToDouble(Sum::divisor).toArray();
    }

    /** That of the montage, for example {@code average}. */
    public String code() {
        return code;
    }

    /** What {@link #apply} expects, in the order of its channels. */
    public List<RecordedElectrode> electrodes() {
        return electrodes;
    }

    /** What {@link #apply} gives, in the order of its rows. */
    public List<Derivation> derivations() {
        return derivations;
    }

    public List<Unavailable> unavailable() {
        return unavailable;
    }

    /** @param microvolts [electrode][sample], all of one length; @return [derivation][sample] */
    public double[][] apply(double[][] microvolts) {
        int samples = microvolts.length == 0 ? 0 : microvolts[0].length;
        double[][] derived = new double[derivations.size()][samples];
        apply(microvolts, derived, samples);
        return derived;
    }

    /**
     * The first {@code samples} samples of every derivation; allocates nothing.
     *
     * @param microvolts [electrode][sample]
     * @param into [derivation][sample], other arrays than {@code microvolts}
     */
    public void apply(double[][] microvolts, double[][] into, int samples) {
        if (microvolts.length != electrodes.size() || into.length != plus.length) {
            throw new IllegalArgumentException("a fitted montage needs the electrodes and rows that it was made for: "
                    + "electrodes=" + electrodes.size() + ", given=" + microvolts.length + ", derivations="
                    + plus.length
                    + ", room=" + into.length);
        }
        requireSamples(microvolts, samples);
        requireSamples(into, samples);
        for (int group = 0; group < groups.length; group++) {
            if (channels[group].length == 0) {
                copyRecorded(groups[group], microvolts, into, samples);
            } else {
                subtract(group, microvolts, into, samples);
            }
        }
    }

    private static void requireSamples(double[][] rows, int samples) {
        for (double[] row : rows) {
            if (row.length < samples) {
                throw new IllegalArgumentException("every channel and row must have the samples asked for: samples="
                        + samples + ", has=" + row.length);
            }
        }
    }

    private void copyRecorded(int[] rows, double[][] microvolts, double[][] into, int samples) {
        for (int row : rows) {
            if (plus[row] == Row.NOTHING) {
                Arrays.fill(into[row], 0, samples, 0);
            } else {
                System.arraycopy(microvolts[plus[row]], 0, into[row], 0, samples);
            }
        }
    }

    private void subtract(int group, double[][] microvolts, double[][] into, int samples) {
        double[] sum = into[groups[group][0]];
        scale(weights[group][0], microvolts[channels[group][0]], sum, samples);
        for (int c = 1; c < channels[group].length; c++) {
            add(weights[group][c], microvolts[channels[group][c]], sum, samples);
        }
        divide(sum, divisors[group], samples);
        for (int r = groups[group].length - 1; r >= 0; r--) {
            int row = groups[group][r];
            if (plus[row] == Row.NOTHING) {
                negate(sum, into[row], samples);
            } else {
                difference(microvolts[plus[row]], sum, into[row], samples);
            }
        }
    }

    private static void scale(double weight, double[] channel, double[] sum, int samples) {
        for (int n = 0; n < samples; n++) {
            sum[n] = weight * channel[n];
        }
    }

    private static void add(double weight, double[] channel, double[] sum, int samples) {
        for (int n = 0; n < samples; n++) {
            sum[n] += weight * channel[n];
        }
    }

    private static void divide(double[] sum, double divisor, int samples) {
        for (int n = 0; n < samples && divisor != 1; n++) {
            sum[n] /= divisor;
        }
    }

    private static void difference(double[] channel, double[] sum, double[] into, int samples) {
        for (int n = 0; n < samples; n++) {
            into[n] = channel[n] - sum[n];
        }
    }

    private static void negate(double[] sum, double[] into, int samples) {
        for (int n = 0; n < samples; n++) {
            into[n] = -sum[n];
        }
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
