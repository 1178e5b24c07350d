package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class CausalFirTest {

    private static final SamplingRate RATE = new SamplingRate(250);

    /** Clinical specification A4: 1648, 824, 328 ms at transitions of 1, 2, 5 Hz, unusable online. */
    @ParameterizedTest
    @CsvSource({"1, 1648", "2, 824", "20, 328"})
    void theDelayIsAsSpecified(double highPassHertz, double milliseconds) {
        // transitions are the frequency itself below 2 Hz, a quarter of it above 8 Hz
        assertThat(FirFilter.highPass(RATE, highPassHertz).groupDelaySeconds() * 1000)
                .isCloseTo(milliseconds, within(4.0));
    }

    @Test
    void onlineIsOfflineLaterByTheDelay() {
        FirFilter filter = FirFilter.bandPass(RATE, 2, 45);
        double[] samples = ReferenceFile.walk(4000);
        int delay = (int) Math.round(filter.groupDelaySeconds() * 250);

        double[] online = samples.clone();
        CausalFir causal = filter.newCausal();
        causal.apply(online);
        double[] offline = filter.apply(samples);

        assertThat(delay).isEqualTo(filter.length() / 2);
        for (int n = filter.length(); n < samples.length; n++) {
            // the signal reaches about 150; the order of summation differs
            assertThat(online[n]).isCloseTo(offline[n - delay], within(1e-9));
        }
    }

    @Test
    void afterAGapItHasForgotten() {
        CausalFir filter = FirFilter.lowPass(RATE, 30).newCausal();
        filter.next(1000);

        filter.clear();

        assertThat(filter.next(0)).isZero();
    }

    @Test
    void anImpulseGivesTheTaps() {
        FirFilter design = FirFilter.lowPass(RATE, 30);
        double[] impulse = new double[design.length()];
        impulse[0] = 1;

        design.newCausal().apply(impulse);

        assertThat(impulse).isEqualTo(design.taps());
    }
}
