package org.neuroward.filter;

import java.util.Arrays;
import org.neuroward.spectrum.LongPlan;
import org.neuroward.spectrum.LongTransform;

/**
 * Convolution with fixed symmetric taps by overlap-save. Symmetric taps about sample 0 have a real response, so two blocks of
 * a signal go through one complex transform, as its real and imaginary part.
 */
final class FastConvolution {

    /** Long blocks overlap little, short ones fit the cache; this is where both meet. */
    private static final int BLOCK_PER_TAPS = 8;

    private final int taps;
    private final LongPlan plan;
    private final double[][] response;

    FastConvolution(double[] taps) {
        this.taps = taps.length;
        this.plan = LongPlan.ofAtLeast(BLOCK_PER_TAPS * taps.length);
        LongTransform transform = plan.newTransform();
        double[] centred = new double[plan.points()];
        for (int n = 0; n < taps.length; n++) {
            centred[Math.floorMod(n - taps.length / 2, centred.length)] = taps[n] / centred.length;
        }
        transform.putReal(centred, 0, centred.length);
        transform.putImaginary(centred, 0, 0);
        transform.forward();
        this.response = transform.realSpectrum();
    }

    LongTransform newTransform() {
        return plan.newTransform();
    }

    /** @param extended the stretch with half the taps in front and behind; @return its {@code length} filtered samples */
    double[] apply(double[] extended, int length, LongTransform transform) {
        double[] filtered = new double[length];
        int step = plan.points() - taps + 1;
        for (int first = 0; first < length; first += 2 * step) {
            int second = Math.min(first + step, length);
            transform.putReal(extended, first, Math.min(plan.points(), extended.length - first));
            transform.putImaginary(extended, second, Math.min(plan.points(), extended.length - second));
            transform.forward();
            transform.inverseOfProduct(response);
            transform.takeReal(taps / 2, filtered, first, second - first);
            transform.takeImaginary(taps / 2, filtered, second, Math.min(step, length - second));
            if (Double.isNaN(filtered[first])) {
                Arrays.fill(filtered, Double.NaN);
                return filtered;
            }
        }
        return filtered;
    }
}
