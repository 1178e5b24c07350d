package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

class LeadOffTest {

    private static final double COUNTS_PER_MICROVOLT = 8388607 / 4.5e6;
    private static final double DRIVE_HERTZ = 31.25;

    /** 6 nA through the electrode and the board's 2200 ohms. */
    private static int[] counts(double ohms, double hertz, int count, double mainsMicrovolts) {
        int[] counts = new int[count];
        double microvolts = 6e-9 * (ohms + 2200) * 1e6;
        for (int i = 0; i < count; i++) {
            double at = i / hertz;
            // A pair's mean of two conversions, 4 ms apart, attenuates by the cosine of half the phase between them.
            double loss = hertz == 125 ? Math.cos(Math.PI * DRIVE_HERTZ / 250) : 1;
            double value = loss * microvolts * Math.sin(2 * Math.PI * DRIVE_HERTZ * at + 0.7)
                    + mainsMicrovolts * Math.sin(2 * Math.PI * 50 * at)
                    + 300;
            counts[i] = (int) Math.round(value * COUNTS_PER_MICROVOLT);
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 5_000, 10_000, 50_000, 750_000})
    void theImpedanceIsWhatOhmsLawSays(double ohms) {
        Impedance alone = LeadOff.impedance("EEG C3", counts(ohms, 250, 248, 0), false);
        Impedance paired = LeadOff.impedance("EEG C3", counts(ohms, 125, 124, 0), true);

        // One count at gain 1 is 0.54 µV, some 90 ohms; the mean over 248 of them is far below that.
        assertThat(alone.ohms().getAsDouble()).isCloseTo(ohms, within(40.0));
        assertThat(paired.ohms().getAsDouble()).isCloseTo(ohms, within(60.0));
        assertThat(alone.state()).isEqualTo(State.OK);
        assertThat(alone.method()).isEqualTo("6 nA, 31.2 Hz");
    }

    @Test
    void mainsDoNotAddToIt() {
        Impedance measured = LeadOff.impedance("EEG C3", counts(5_000, 250, 248, 50), false);

        // 50 Hz lies 19 lines beside 31.25 Hz and leaks 1 / (19 pi) of its 50 µV at the most: some 140 ohms.
        assertThat(measured.ohms().getAsDouble()).isCloseTo(5_000, within(300.0));
    }

    @Test
    void noContactIsOverAndAShortIsABridge() {
        assertThat(LeadOff.impedance("EEG C3", counts(4e6, 250, 248, 0), false).state())
                .isEqualTo(State.OVER);
        assertThat(LeadOff.impedance("EEG C3", counts(0, 250, 248, 0), false).state())
                .isEqualTo(State.BRIDGE);
        assertThat(LeadOff.impedance("EEG C3", new int[248], false).ohms().getAsDouble())
                .isZero();
    }
}
