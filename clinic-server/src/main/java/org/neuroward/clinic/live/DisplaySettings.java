package org.neuroward.clinic.live;

import java.util.List;
import org.neuroward.filter.CausalFilter;
import org.neuroward.signal.SamplingRate;

/**
 * How one viewer wants to see the traces. A frequency of 0 means: without that filter.
 *
 * @param montage one of {@link #MONTAGES}
 * @param reference what the average montage subtracts; always {@code average}
 */
record DisplaySettings(String montage, double highpassHertz, double lowpassHertz, double notchHertz, String reference) {

    static final List<String> MONTAGES = List.of(
            "recorded",
            "average",
            "longitudinal-bipolar",
            "transverse-bipolar",
            "linked-mastoids",
            "source-derivation",
            "rest");

    /** Teaching standard for adults: 0.5 to 70 Hz, and no notch unless someone asks for it. */
    static final DisplaySettings USUAL = new DisplaySettings("recorded", 0.5, 70, 0, "average");

    private static final double HIGHEST_HERTZ = 1000;
    private static final int HIGHPASS_ORDER = 2;
    private static final int LOWPASS_ORDER = 4;
    private static final double NOTCH_QUALITY = 30;

    DisplaySettings {
        reference = "average";
        if (!MONTAGES.contains(montage)) {
            throw new IllegalArgumentException("montage must be one of " + MONTAGES + ": " + montage);
        }
        requireHertz("high-pass", highpassHertz);
        requireHertz("low-pass", lowpassHertz);
        if (notchHertz != 0 && notchHertz != 50 && notchHertz != 60) {
            throw new IllegalArgumentException("notch must be 0, 50 or 60 Hz: " + notchHertz);
        }
        if (lowpassHertz > 0 && highpassHertz >= lowpassHertz) {
            throw new IllegalArgumentException("high-pass must lie below low-pass: highpassHertz=" + highpassHertz
                    + ", lowpassHertz=" + lowpassHertz);
        }
    }

    private static void requireHertz(String name, double hertz) {
        if (!(hertz >= 0 && hertz <= HIGHEST_HERTZ)) {
            throw new IllegalArgumentException(name + " must be 0 to " + HIGHEST_HERTZ + " Hz: " + hertz);
        }
    }

    /** What of it can be done at that rate: a filter at or above half the rate is left out. */
    DisplaySettings at(SamplingRate rate) {
        double limit = rate.hertz() / 2;
        return new DisplaySettings(
                montage,
                highpassHertz < limit ? highpassHertz : 0,
                lowpassHertz < limit ? lowpassHertz : 0,
                notchHertz < limit ? notchHertz : 0,
                reference);
    }

    /** The filters in a row, for one rate. */
    CausalFilter filter(SamplingRate rate) {
        DisplaySettings possible = at(rate);
        CausalFilter filter = CausalFilter.passThrough(rate);
        if (possible.highpassHertz > 0) {
            filter = filter.then(CausalFilter.highPass(rate, HIGHPASS_ORDER, possible.highpassHertz));
        }
        if (possible.lowpassHertz > 0) {
            filter = filter.then(CausalFilter.lowPass(rate, LOWPASS_ORDER, possible.lowpassHertz));
        }
        if (possible.notchHertz > 0) {
            filter = filter.then(CausalFilter.notch(rate, possible.notchHertz, NOTCH_QUALITY));
        }
        return filter;
    }

    /** Mains frequency by which quality is judged. */
    double lineHertz() {
        return notchHertz == 60 ? 60 : 50;
    }
}
