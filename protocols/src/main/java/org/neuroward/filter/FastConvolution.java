package org.neuroward.filter;

import java.util.Arrays;
import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;

/** Convolution with fixed symmetric taps by overlap-save. */
final class FastConvolution {

    private final int taps;
    private final FourierPlan plan;
    private final double[] responseRe;
    private final double[] responseIm;

    FastConvolution(double[] taps) {
        this.taps = taps.length;
        this.plan = new FourierPlan(Math.max(1024, Integer.highestOneBit(4 * taps.length) * 2));
        this.responseRe = new double[plan.bins()];
        this.responseIm = new double[plan.bins()];
        plan.newTransform().forward(Arrays.copyOf(taps, plan.length()), responseRe, responseIm);
    }

    /** @param extended the stretch with half the taps in front and behind; @return its {@code length} filtered samples */
    double[] apply(double[] extended, int length) {
        FourierTransform transform = plan.newTransform();
        double[] filtered = new double[length];
        double[] block = new double[plan.length()];
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        int step = plan.length() - taps + 1;
        for (int first = 0; first < length; first += step) {
            int available = Math.min(plan.length(), extended.length - first);
            System.arraycopy(extended, first, block, 0, available);
            Arrays.fill(block, available, plan.length(), 0);
            transform.forward(block, re, im);
            multiplyByResponse(re, im);
            transform.inverse(re, im, block);
            System.arraycopy(block, taps - 1, filtered, first, Math.min(step, length - first));
        }
        return filtered;
    }

    private void multiplyByResponse(double[] re, double[] im) {
        for (int k = 0; k < re.length; k++) {
            double real = re[k] * responseRe[k] - im[k] * responseIm[k];
            im[k] = re[k] * responseIm[k] + im[k] * responseRe[k];
            re[k] = real;
        }
    }
}
