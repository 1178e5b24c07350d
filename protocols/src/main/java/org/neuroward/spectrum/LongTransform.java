package org.neuroward.spectrum;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Two real signals as the real and the imaginary part of one long complex transform, there and back: what filtering by
 * convolution needs. A filter whose response is real works on both at once without mixing them. Holds working memory: not
 * for use by two threads at once.
 */
public final class LongTransform {

    private final LongPlan plan;
    private final LaneTransform columns;
    private final LaneTransform rows;

    LongTransform(LongPlan plan) {
        this.plan = plan;
        this.columns = new LaneTransform(plan.ofColumns, plan.columns);
        this.rows = new LaneTransform(plan.ofRows, plan.rows);
    }

    public int points() {
        return plan.points();
    }

    /** Writes {@code count} samples from {@code first} on into the real part, from point {@code to} on. */
    public void putReal(double[] samples, int first, int to, int count) {
        put(columns::inputRe, samples, first, to, count);
    }

    /** Writes {@code count} samples from {@code first} on into the imaginary part, from point {@code to} on. */
    public void putImaginary(double[] samples, int first, int to, int count) {
        put(columns::inputIm, samples, first, to, count);
    }

    /** Makes the real part 0 from point {@code from} on. */
    public void clearReal(int from) {
        clear(columns::inputRe, from);
    }

    /** Makes the imaginary part 0 from point {@code from} on. */
    public void clearImaginary(int from) {
        clear(columns::inputIm, from);
    }

    /** {@code Z[k] = Σ z[n] exp(-2πi k n / points)}. */
    public void forward() {
        columns.forward(plan.columns);
        for (int row = 0; row < plan.rows; row++) {
            turn(columns.re(row), columns.im(row), row);
        }
        transpose(columns.outputsRe(), rows.inputsRe());
        transpose(columns.outputsIm(), rows.inputsIm());
        rows.forward(plan.rows);
    }

    /** Real parts of the spectrum after {@link #forward}, in the rows that {@link #inverseOfProduct} takes. */
    public double[][] realSpectrum() {
        double[][] spectrum = new double[plan.columns][];
        for (int row = 0; row < plan.columns; row++) {
            spectrum[row] = rows.re(row).clone();
        }
        return spectrum;
    }

    /** Multiplies the spectrum by a real response, and transforms it back; {@code 1 / points} is the response's affair. */
    public void inverseOfProduct(double[][] response) {
        for (int row = 0; row < plan.columns; row++) {
            multiply(rows.re(row), response[row]);
            multiply(rows.im(row), response[row]);
        }
        rows.exchangeAndRewind();
        rows.forward(plan.rows);
        transpose(rows.outputsRe(), columns.inputsRe());
        transpose(rows.outputsIm(), columns.inputsIm());
        for (int row = 0; row < plan.rows; row++) {
            turn(columns.inputRe(row), columns.inputIm(row), row);
        }
        columns.forward(plan.columns);
    }

    /** After {@link #inverseOfProduct}: copies {@code count} points of the real part, from point {@code from} on. */
    public void takeReal(int from, double[] samples, int first, int count) {
        // the parts are still exchanged
        take(columns::im, from, samples, first, count);
    }

    /** After {@link #inverseOfProduct}: copies {@code count} points of the imaginary part, from point {@code from} on. */
    public void takeImaginary(int from, double[] samples, int first, int count) {
        take(columns::re, from, samples, first, count);
    }

    private void put(IntFunction<double[]> row, double[] samples, int first, int to, int count) {
        int done = 0;
        while (done < count) {
            int point = to + done;
            int column = point % plan.columns;
            int copied = Math.min(plan.columns - column, count - done);
            System.arraycopy(samples, first + done, row.apply(point / plan.columns), column, copied);
            done += copied;
        }
    }

    private void clear(IntFunction<double[]> row, int from) {
        for (int point = from; point < plan.points(); point += plan.columns - point % plan.columns) {
            Arrays.fill(row.apply(point / plan.columns), point % plan.columns, plan.columns, 0);
        }
    }

    private void take(IntFunction<double[]> row, int from, double[] samples, int first, int count) {
        int done = 0;
        while (done < count) {
            int point = from + done;
            int column = point % plan.columns;
            int copied = Math.min(plan.columns - column, count - done);
            System.arraycopy(row.apply(point / plan.columns), column, samples, first + done, copied);
            done += copied;
        }
    }

    private void turn(double[] re, double[] im, int row) {
        double[] c = plan.turnCosines(row);
        double[] s = plan.turnSines(row);
        for (int q = 0; q < c.length; q++) {
            double x = re[q];
            double y = im[q];
            re[q] = x * c[q] - y * s[q];
            im[q] = x * s[q] + y * c[q];
        }
    }

    private static void multiply(double[] row, double[] response) {
        for (int q = 0; q < row.length; q++) {
            row[q] *= response[q];
        }
    }

    /** Both sides of every matrix divide by eight: eight target rows take what one line of cache holds of a source row. */
    private static void transpose(double[][] from, double[][] to) {
        for (int n = 0; n < to.length; n += 8) {
            double[] a = to[n], b = to[n + 1], c = to[n + 2], d = to[n + 3];
            double[] e = to[n + 4], f = to[n + 5], g = to[n + 6], h = to[n + 7];
            for (int k = 0; k < from.length; k++) {
                double[] row = from[k];
                a[k] = row[n];
                b[k] = row[n + 1];
                c[k] = row[n + 2];
                d[k] = row[n + 3];
                e[k] = row[n + 4];
                f[k] = row[n + 5];
                g[k] = row[n + 6];
                h[k] = row[n + 7];
            }
        }
    }
}
