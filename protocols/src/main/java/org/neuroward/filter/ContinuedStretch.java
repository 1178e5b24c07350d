package org.neuroward.filter;

import org.neuroward.spectrum.LongTransform;

/**
 * A stretch continued beyond both ends by odd reflection and then by zeros, without a copy of its samples: the continuations
 * alone are held. Position 0 lies {@code reach} samples before the stretch.
 */
final class ContinuedStretch {

    private final double[] samples;
    private final double[] front;
    private final double[] back;

    ContinuedStretch(double[] samples, int reach) {
        this.samples = samples;
        this.front = new double[reach];
        this.back = new double[reach];
        int last = samples.length - 1;
        for (int k = 1; k <= Math.min(reach, last); k++) {
            front[reach - k] = 2 * samples[0] - samples[k];
            back[k - 1] = 2 * samples[last] - samples[last - k];
        }
    }

    int samples() {
        return samples.length;
    }

    double firstSample() {
        return samples[0];
    }

    /** Whether every sample within the reach of the stretch is the same finite number; a signal is told by its first samples. */
    boolean isConstant() {
        if (samples.length <= front.length || !Double.isFinite(samples[0])) {
            return false;
        }
        int n = 1;
        while (n < samples.length && samples[n] == samples[0]) {
            n++;
        }
        return n == samples.length;
    }

    /** Fills the real part with what lies at {@code position} and behind. */
    void putReal(int position, LongTransform transform) {
        transform.clearReal(put(position, transform.points(), transform::putReal));
    }

    /** Fills the imaginary part with what lies at {@code position} and behind. */
    void putImaginary(int position, LongTransform transform) {
        transform.clearImaginary(put(position, transform.points(), transform::putImaginary));
    }

    private int put(int position, int points, Part target) {
        int point = 0;
        int begin = position;
        for (double[] part : new double[][] {front, samples, back}) {
            int from = Math.clamp(begin, 0, part.length);
            int count = Math.min(part.length - from, points - point);
            target.put(part, from, point, count);
            point += count;
            begin -= part.length;
        }
        return point;
    }

    /** The real or the imaginary part of a transform. */
    private interface Part {

        void put(double[] samples, int first, int to, int count);
    }
}
