package org.neuroward.filter;

import java.util.Arrays;

/**
 * Polyphase filtering with many periods side by side. Results that lie {@code up} apart have the same taps, and their samples
 * lie {@code down} apart: row r holds the samples {@code r + down * j}, and the results of one phase are sums over rows, which
 * the compiler vectorises. Holds working memory: not for use by two threads at once.
 */
final class PolyphaseRows {

    /** Rows of one result should together stay in the nearest cache. */
    private static final int CACHED_SAMPLES = 3600;

    private static final int TAPS_AT_ONCE = 8;

    private final PolyphaseTaps taps;
    private final int up;
    private final int down;
    private final int lanes;
    private final double[][] rows;
    private final double[][] results;

    /** @param samples the length of the longest channel */
    PolyphaseRows(PolyphaseTaps taps, int up, int down, int samples) {
        this.taps = taps;
        this.up = up;
        this.down = down;
        int cached = Math.max(16, CACHED_SAMPLES / (2 * taps.half()) / 8 * 8);
        this.lanes = Math.min(cached, samples / down + 1);
        this.rows = new double[down + 2 * taps.half()][lanes];
        this.results = new double[up][lanes];
    }

    void apply(double[] samples, double[] resampled) {
        int periods = (resampled.length + up - 1) / up;
        double[] extended = extend(samples, periods * down + 2 * taps.half());
        for (int first = 0; first < periods; first += lanes) {
            int count = Math.min(lanes, periods - first);
            load(extended, first * down, count);
            for (int i = 0; i < Math.min(up, resampled.length); i++) {
                sum(i, count);
            }
            store(resampled, first * up, count);
        }
    }

    /** The samples with {@code half - 1} of their continuation in front and as many as are asked for behind. */
    private double[] extend(double[] samples, int length) {
        int front = taps.half() - 1;
        int last = samples.length - 1;
        double[] extended = new double[Math.max(length, front + samples.length + taps.half())];
        System.arraycopy(samples, 0, extended, front, samples.length);
        for (int k = 1; k <= Math.min(taps.half(), last); k++) {
            extended[Math.max(0, front - k)] = 2 * samples[0] - samples[k];
            extended[front + last + k] = 2 * samples[last] - samples[last - k];
        }
        return extended;
    }

    private void load(double[] extended, int from, int count) {
        int r = 0;
        for (; r + 4 <= down; r += 4) {
            double[] a = rows[r], b = rows[r + 1], c = rows[r + 2], d = rows[r + 3];
            for (int j = 0, at = from + r; j < count; j++, at += down) {
                a[j] = extended[at];
                b[j] = extended[at + 1];
                c[j] = extended[at + 2];
                d[j] = extended[at + 3];
            }
        }
        for (; r < down; r++) {
            for (int j = 0; j < count; j++) {
                rows[r][j] = extended[from + r + j * down];
            }
        }
        for (; r < rows.length; r++) {
            // the same samples as a period before, one lane further
            System.arraycopy(rows[r - down], 1, rows[r], 0, count - 1);
            rows[r][count - 1] = extended[from + r + (count - 1) * down];
        }
    }

    /** Result {@code i} of each period. */
    private void sum(int i, int count) {
        long position = (long) i * down;
        double[] weights = taps.ofPhase((int) (position % up));
        int first = (int) (position / up);
        Arrays.fill(results[i], 0, count, 0);
        for (int k = 0; k < weights.length; k += TAPS_AT_ONCE) {
            addEight(results[i], first + k, weights, k, count);
        }
    }

    private void addEight(double[] sums, int row, double[] weights, int k, int count) {
        double[] a = rows[row], b = rows[row + 1], c = rows[row + 2], d = rows[row + 3];
        double[] e = rows[row + 4], f = rows[row + 5], g = rows[row + 6], h = rows[row + 7];
        double wa = weights[k], wb = weights[k + 1], wc = weights[k + 2], wd = weights[k + 3];
        double we = weights[k + 4], wf = weights[k + 5], wg = weights[k + 6], wh = weights[k + 7];
        for (int j = 0; j < count; j++) {
            sums[j] += wa * a[j] + wb * b[j] + wc * c[j] + wd * d[j] + we * e[j] + wf * f[j] + wg * g[j] + wh * h[j];
        }
    }

    private void store(double[] resampled, int from, int count) {
        for (int j = 0; j < count; j++) {
            int at = from + j * up;
            int last = Math.min(up, resampled.length - at);
            for (int i = 0; i < last; i++) {
                resampled[at + i] = results[i][j];
            }
        }
    }
}
