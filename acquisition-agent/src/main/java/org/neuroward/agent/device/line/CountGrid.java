package org.neuroward.agent.device.line;

import java.math.BigDecimal;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;

/**
 * How the numbers of a channel become counts of 24 bits, and what a count is worth. Whole counts of a device stay what they
 * are; fractions are rounded to the nearest point of a grid. What is out of range stays at the limit, as in an amplifier.
 */
public final class CountGrid {

    /** Microvolts between two counts where the device does not say how finely it measures. */
    public static final double USUAL_MICROVOLTS = 0.02;

    /** Below this step 24 bits hold less than the 40 mV that electrodes can drift. */
    private static final double FINEST_MICROVOLTS = 0.005;

    private static final int LARGEST_COUNT = 8_388_607;
    private static final int USUAL_COUNT = 8_000_000;
    private static final int LEAST_COUNT = 6_000_000;
    private static final double EXACT = 1e-12;
    private static final double EXACT_ENOUGH = 1e-9;

    /** One range in some hundreds is exact enough; a device can state a thousand resolutions that have none. */
    private static final int MOST_TRIED = 20_000;

    /** Characters that the headers of EDF and BDF have for a number. */
    private static final int HEADER_CHARACTERS = 8;

    private static final double LARGEST_PRINTED = 9_999_999;

    private final double countsPerUnit;
    private final DigitalRange digital;
    private final PhysicalRange microvolts;

    private CountGrid(double countsPerUnit, DigitalRange digital, PhysicalRange microvolts) {
        this.countsPerUnit = countsPerUnit;
        this.digital = digital;
        this.microvolts = microvolts;
    }

    /**
     * For a device that delivers fractions.
     *
     * @param microvoltsPerUnit worth of its number 1; whole numbers lie on the grid exactly, whose steps are 0.005 to 0.02 µV
     */
    public static CountGrid ofFractions(double microvoltsPerUnit) {
        double countsPerUnit = 1;
        if (microvoltsPerUnit > USUAL_MICROVOLTS) {
            countsPerUnit = Math.ceil(microvoltsPerUnit / USUAL_MICROVOLTS * (1 - EXACT));
        } else if (microvoltsPerUnit < FINEST_MICROVOLTS) {
            countsPerUnit = 1 / Math.ceil(FINEST_MICROVOLTS / microvoltsPerUnit * (1 - EXACT));
        }
        return of(countsPerUnit, microvoltsPerUnit / countsPerUnit, LEAST_COUNT, LARGEST_COUNT, USUAL_COUNT);
    }

    /**
     * For a device that delivers whole counts of at most {@code largest} in either direction.
     *
     * @param largest at most 2^23
     */
    public static CountGrid ofCounts(double microvoltsPerCount, int largest) {
        return of(1, microvoltsPerCount, Math.min(largest, LEAST_COUNT), LARGEST_COUNT, largest);
    }

    private static CountGrid of(double countsPerUnit, double step, int least, int most, int preferred) {
        int best = preferred;
        double bestError = error(preferred, step);
        int last = (int) Math.min(Math.min(most, (long) least + MOST_TRIED), LARGEST_PRINTED / step);
        for (int candidate = least; candidate <= last && bestError > EXACT_ENOUGH; candidate++) {
            double error = error(candidate, step);
            if (error < bestError) {
                best = candidate;
                bestError = error;
            }
        }
        double limit = printed(best * step);
        return new CountGrid(countsPerUnit, new DigitalRange(-best, best), new PhysicalRange(-limit, limit));
    }

    private static double error(int count, double step) {
        double value = count * step;
        if (value > LARGEST_PRINTED) {
            return Double.POSITIVE_INFINITY;
        }
        double scale = Math.pow(10, decimals(value));
        return Math.abs(Math.rint(value * scale) / scale / value - 1);
    }

    /** The nearest number that a header can hold, with a minus sign before it. */
    private static double printed(double value) {
        int decimals = decimals(value);
        return BigDecimal.valueOf(Math.round(value * Math.pow(10, decimals)))
                .movePointLeft(decimals)
                .doubleValue();
    }

    private static int decimals(double value) {
        int whole = Math.max(1, (int) Math.floor(Math.log10(value)) + 1);
        return Math.max(0, HEADER_CHARACTERS - 2 - whole);
    }

    public DigitalRange digital() {
        return digital;
    }

    public PhysicalRange microvolts() {
        return microvolts;
    }

    /** The nearest count; {@code value} is finite. */
    public int count(double value) {
        double count = Math.rint(value * countsPerUnit);
        return (int) Math.max(digital.min(), Math.min(digital.max(), count));
    }
}
