package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spectrum of one channel from 1 to 40 Hz, divided by its mean and smoothed, with what alpha peaks it has. */
final class SmoothedSpectrum {

    private static final double LOW_HERTZ = 1;
    private static final double HIGH_HERTZ = 40;
    private static final double FLAT_SLOPE = 1;
    private static final double FLAT_HERTZ = 1;
    /** The highest peak must exceed the second by this factor, otherwise the alpha frequency is ambiguous. */
    private static final double CLEAR_LEAD = 1.2;

    private static final SavitzkyGolay SMOOTHING = new SavitzkyGolay(11, 5);

    private final double stepHertz;
    private final double firstHertz;
    private final double[] level;
    private final double[] slope;
    private final double[] curvature;
    private final double[] thresholdLog10;

    SmoothedSpectrum(PowerSpectrum spectrum) {
        stepHertz = spectrum.stepHertz();
        int first = Math.min(spectrum.bins(), (int) Math.ceil(LOW_HERTZ / stepHertz - 1e-9));
        int last = Math.min(spectrum.bins() - 1, (int) Math.floor(HIGH_HERTZ / stepHertz + 1e-9));
        firstHertz = spectrum.hertz(first);
        double[] density = java.util.Arrays.copyOfRange(spectrum.densities(), first, Math.max(first, last + 1));
        double mean = 0;
        for (double d : density) {
            mean += d;
        }
        mean /= density.length;
        for (int k = 0; k < density.length; k++) {
            density[k] /= mean;
        }
        level = SMOOTHING.derivative(density, 0, stepHertz);
        slope = SMOOTHING.derivative(density, 1, stepHertz);
        curvature = SMOOTHING.derivative(density, 2, stepHertz);
        thresholdLog10 = thresholds(density);
    }

    /** Whether there is a shape at all: not of a channel without power or with a sample that is not a number. */
    boolean isDefined() {
        for (int k = SMOOTHING.margin(); k < level.length - SMOOTHING.margin(); k++) {
            if (!Double.isFinite(level[k])) {
                return false;
            }
        }
        return level.length > 2 * SMOOTHING.margin();
    }

    /** The one peak between the two frequencies that stands clear of the background and of any other peak. */
    Optional<AlphaPeak> findPeak(double lowHertz, double highHertz) {
        List<Integer> valid = new ArrayList<>();
        for (int k = SMOOTHING.margin(); k < level.length - SMOOTHING.margin() - 1; k++) {
            if (slope[k] > 0 && slope[k + 1] <= 0) {
                int top = level[k] >= level[k + 1] ? k : k + 1;
                boolean inside = crossingHertz(k) >= lowHertz && crossingHertz(k) <= highHertz;
                if (inside && level[top] > 0 && StrictMath.log10(level[top]) > thresholdLog10[top]) {
                    valid.add(k);
                }
            }
        }
        valid.sort((a, b) -> Double.compare(height(b), height(a)));
        if (valid.isEmpty() || valid.size() > 1 && height(valid.get(0)) < CLEAR_LEAD * height(valid.get(1))) {
            return Optional.empty();
        }
        int k = valid.getFirst();
        return Optional.of(new AlphaPeak(crossingHertz(k), quality(k), hertz(lower(k)), hertz(upper(k + 1))));
    }

    /** Mean frequency weighted by the smoothed level, between the two frequencies. */
    double centreOfGravityHertz(double fromHertz, double toHertz) {
        double weighted = 0;
        double sum = 0;
        for (int k = SMOOTHING.margin(); k < level.length - SMOOTHING.margin(); k++) {
            if (hertz(k) >= fromHertz && hertz(k) <= toHertz) {
                weighted += hertz(k) * level[k];
                sum += level[k];
            }
        }
        return weighted / sum;
    }

    /** Regression of log10 density on frequency, plus one standard deviation of its residuals. */
    private double[] thresholds(double[] density) {
        int n = density.length;
        double meanX = hertz(0) + (n - 1) * stepHertz / 2;
        double meanY = 0;
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            y[k] = StrictMath.log10(Math.max(density[k], Double.MIN_NORMAL));
            meanY += y[k];
        }
        meanY /= n;
        double sxx = 0;
        double sxy = 0;
        for (int k = 0; k < n; k++) {
            sxx += (hertz(k) - meanX) * (hertz(k) - meanX);
            sxy += (hertz(k) - meanX) * (y[k] - meanY);
        }
        double[] line = new double[n];
        double squares = 0;
        for (int k = 0; k < n; k++) {
            line[k] = meanY + sxy / sxx * (hertz(k) - meanX);
            squares += (y[k] - line[k]) * (y[k] - line[k]);
        }
        double deviation = Math.sqrt(squares / (n - 2));
        for (int k = 0; k < n; k++) {
            line[k] += deviation;
        }
        return line;
    }

    /** Area between the points of inflection around the peak, per bin. */
    private double quality(int peak) {
        int left = peak;
        while (left > SMOOTHING.margin() && curvature[left] < 0) {
            left--;
        }
        int right = peak + 1;
        while (right < level.length - SMOOTHING.margin() - 1 && curvature[right] < 0) {
            right++;
        }
        double area = 0;
        for (int k = left; k < right; k++) {
            area += (level[k] + level[k + 1]) / 2 * stepHertz;
        }
        return area / (right - left + 1);
    }

    /** Nearest minimum below the peak, or where the spectrum has run flat for one hertz. */
    private int lower(int peak) {
        int k = peak;
        int flat = 0;
        while (k > SMOOTHING.margin() && slope[k] > 0 && flat * stepHertz < FLAT_HERTZ) {
            k--;
            flat = Math.abs(slope[k]) < FLAT_SLOPE ? flat + 1 : 0;
        }
        return k;
    }

    private int upper(int peak) {
        int k = peak;
        int flat = 0;
        while (k < level.length - SMOOTHING.margin() - 1 && slope[k] <= 0 && flat * stepHertz < FLAT_HERTZ) {
            k++;
            flat = Math.abs(slope[k]) < FLAT_SLOPE ? flat + 1 : 0;
        }
        return k;
    }

    private double height(int crossing) {
        return Math.max(level[crossing], level[crossing + 1]);
    }

    /** Where the slope passes through zero between bin {@code k} and the next. */
    private double crossingHertz(int k) {
        return hertz(k) + stepHertz * slope[k] / (slope[k] - slope[k + 1]);
    }

    private double hertz(int k) {
        return firstHertz + k * stepHertz;
    }
}
