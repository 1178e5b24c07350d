package org.neuroward.filter;

import java.util.Arrays;
import org.neuroward.spectrum.LongPlan;
import org.neuroward.spectrum.LongTransform;

/**
 * Convolution with fixed symmetric taps by overlap-save, in blocks of one length. Symmetric taps about sample 0 have a real
 * response, so two blocks of a signal go through one complex transform, as its real and imaginary part. Immutable and shared.
 */
final class FastConvolution {

    private final int taps;
    private final LongPlan plan;
    private final double[][] response;
    private final double gainOfConstant;

    FastConvolution(double[] taps, LongPlan plan) {
        this.taps = taps.length;
        this.plan = plan;
        LongTransform transform = plan.newTransform();
        double[] centred = new double[plan.points()];
        for (int n = 0; n < taps.length; n++) {
            centred[Math.floorMod(n - taps.length / 2, centred.length)] = taps[n] / centred.length;
        }
        transform.putReal(centred, 0, 0, centred.length);
        transform.clearImaginary(0);
        transform.forward();
        this.response = transform.realSpectrum();
        this.gainOfConstant = Arrays.stream(taps).reduce(0, Double::sum);
    }

    LongTransform newTransform() {
        return plan.newTransform();
    }

    /** The filtered stretch; all of it NaN when a sample is not finite. */
    double[] apply(ContinuedStretch stretch, LongTransform transform) {
        double[] filtered = new double[stretch.samples()];
        if (stretch.isConstant()) {
            // a transform would leave rounding that looks like a signal
            Arrays.fill(filtered, gainOfConstant * stretch.firstSample());
            return filtered;
        }
        int step = plan.points() - taps + 1;
        for (int first = 0; first < filtered.length; first += 2 * step) {
            int second = Math.min(first + step, filtered.length);
            int last = Math.min(second + step, filtered.length);
            stretch.putReal(first, transform);
            if (second < last) {
                stretch.putImaginary(second, transform);
            } else {
                transform.clearImaginary(0);
            }
            transform.forward();
            transform.inverseOfProduct(response);
            transform.takeReal(taps / 2, filtered, first, second - first);
            transform.takeImaginary(taps / 2, filtered, second, last - second);
            if (Double.isNaN(filtered[first])) {
                Arrays.fill(filtered, Double.NaN);
                return filtered;
            }
        }
        return filtered;
    }
}
