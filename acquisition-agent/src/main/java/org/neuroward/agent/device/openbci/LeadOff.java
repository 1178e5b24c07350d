package org.neuroward.agent.device.openbci;

import java.util.OptionalDouble;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

/**
 * Impedance of one electrode from the voltage that the chip's test current makes: Z = √2 · s / 6 nA - 2200 Ω, where s is the
 * standard deviation and 2200 Ω the board's series resistor (OpenBCI GUI).
 *
 * <p>Deviations: of the voltage only the component at 31.25 Hz counts, where the current is, so that mains and EEG do not add
 * to it; and where a value is the mean of two conversions, the loss of that mean at 31.25 Hz is made good.
 */
final class LeadOff {

    static final String METHOD = "6 nA, 31.2 Hz";

    /** 31 periods: whole ones, so that a constant does not count. */
    static final int CONVERSIONS = 248;

    private static final double AMPERES = 6e-9;
    private static final double SERIES_OHMS = 2200;
    private static final int CONVERSIONS_A_PERIOD = 8;

    /** Above this the maker's own program says that there is no contact. */
    private static final double LARGEST_OHMS = 2_500_000;

    /** Below this an electrode is more likely joined to another than good. */
    private static final double SMALLEST_OHMS = 100;

    private LeadOff() {}

    /**
     * @param counts at gain 1
     * @param paired whether each is the mean of two conversions, so that there are half as many
     */
    static Impedance impedance(String channel, int[] counts, boolean paired) {
        double period = paired ? CONVERSIONS_A_PERIOD / 2.0 : CONVERSIONS_A_PERIOD;
        double loss = paired ? Math.cos(Math.PI / CONVERSIONS_A_PERIOD) : 1;
        double volts = amplitude(counts, period) * 1e-6 / loss;
        double ohms = Math.max(0, volts / AMPERES - SERIES_OHMS);
        if (ohms > LARGEST_OHMS) {
            return new Impedance(channel, OptionalDouble.empty(), State.OVER, METHOD);
        }
        return new Impedance(channel, OptionalDouble.of(ohms), ohms < SMALLEST_OHMS ? State.BRIDGE : State.OK, METHOD);
    }

    static Impedance unknown(String channel) {
        return new Impedance(channel, OptionalDouble.empty(), State.UNKNOWN, METHOD);
    }

    /** Microvolts of the sine with that period. */
    private static double amplitude(int[] counts, double period) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < counts.length; i++) {
            double microvolts = BoardSettings.microvoltsAtGainOne(counts[i]);
            cosine += microvolts * Math.cos(2 * Math.PI * i / period);
            sine += microvolts * Math.sin(2 * Math.PI * i / period);
        }
        return 2 * Math.hypot(cosine, sine) / counts.length;
    }
}
