package org.neuroward.preparation;

import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;

/** Scalp activity above 20 Hz that falls off no faster than noise is presumed to be muscle until shown otherwise. */
public final class MuscleSlope {

    private static final double LOW_HERTZ = 20;
    private static final double LEVEL_SLOPE = -0.3;

    private MuscleSlope() {}

    /** Whether the log-log slope from 20 Hz on exceeds -0.3. */
    public static boolean isLevel(PowerSpectrum spectrum, double upperHertz) {
        return spectrum.logLogSlope(new Band("fast", LOW_HERTZ, upperHertz)) > LEVEL_SLOPE;
    }
}
