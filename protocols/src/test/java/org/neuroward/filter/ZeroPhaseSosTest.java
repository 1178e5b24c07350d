package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class ZeroPhaseSosTest {

    private static final SamplingRate RATE = new SamplingRate(250);

    @Test
    void aSineKeepsItsPhaseAndIsScaledByTheSquareOfTheGain() {
        CausalFilter causal = CausalFilter.bandPass(RATE, 2, 8, 12);
        double[] sine = new double[5000];
        for (int n = 0; n < sine.length; n++) {
            sine[n] = 10 * Math.sin(2 * Math.PI * 8 * n / 250);
        }

        double[] filtered = causal.zeroPhase().apply(sine);

        double gain = causal.gain(8) * causal.gain(8);
        assertThat(gain).isCloseTo(0.5, within(1e-9));
        for (int n = 1000; n < 4000; n++) {
            assertThat(filtered[n]).isCloseTo(gain * sine[n], within(1e-9));
        }
    }

    /** Theory: running a settled causal filter over the reflected stretch, reversing, and again, is the same thing. */
    @Test
    void itIsTheOnlineFilterRunTwiceOverTheReflectedStretch() {
        CausalFilter causal = CausalFilter.highPass(RATE, 3, 0.5).then(CausalFilter.lowPass(RATE, 2, 45));
        ZeroPhaseSos zeroPhase = causal.zeroPhase();
        double[] samples = ReferenceFile.walk(800);

        double[] filtered = zeroPhase.apply(samples);

        double[] twice = reflected(samples, zeroPhase.reach());
        causal.newState(twice[0]).apply(twice);
        twice = reversed(twice);
        causal.newState(twice[0]).apply(twice);
        twice = reversed(twice);
        for (int n = 0; n < samples.length; n++) {
            assertThat(filtered[n]).isEqualTo(twice[zeroPhase.reach() + n]);
        }
    }

    @Test
    void aChannelHasTheSameBitsAloneAndAmongOthers() {
        double[] samples = ReferenceFile.walk(1105);
        double[][] channels = new double[7][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = java.util.Arrays.copyOfRange(samples, c, c + 1000);
        }
        ZeroPhaseSos filter = CausalFilter.bandPass(RATE, 3, 1, 30).zeroPhase();

        double[][] together = filter.apply(channels);

        for (int c = 0; c < channels.length; c++) {
            assertThat(together[c]).isEqualTo(filter.apply(channels[c]));
        }
    }

    /** SciPy: three times (two per section, one more, less one for an odd order). */
    @Test
    void theReachIsThatOfScipy() {
        assertThat(CausalFilter.bandPass(RATE, 4, 0.5, 45).zeroPhase().reach()).isEqualTo(27);
        assertThat(CausalFilter.lowPass(RATE, 3, 30).zeroPhase().reach()).isEqualTo(12);
        assertThat(CausalFilter.notch(RATE, 50, 30).zeroPhase().reach()).isEqualTo(9);
    }

    @Test
    void stretchesThatAreTooShortOrUnequalAreRefused() {
        ZeroPhaseSos filter = CausalFilter.bandPass(RATE, 4, 0.5, 45).zeroPhase();

        assertThat(filter.apply(new double[28])).hasSize(28);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.apply(new double[27]))
                .withMessageContaining("samples=27");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter.apply(new double[][] {new double[30], new double[31]}));
        assertThat(filter.apply(new double[0][])).isEmpty();
    }

    @Test
    void aSampleThatIsNoNumberSpoilsTheWholeStretchAndNoOther() {
        double[][] channels = {ReferenceFile.walk(300), ReferenceFile.walk(300)};
        channels[0][150] = Double.NaN;

        double[][] filtered = CausalFilter.lowPass(RATE, 2, 30).zeroPhase().apply(channels);

        assertThat(filtered[0]).containsOnly(Double.NaN);
        assertThat(filtered[1]).doesNotContain(Double.NaN);
    }

    private static double[] reflected(double[] samples, int reach) {
        int last = samples.length - 1;
        double[] reflected = new double[samples.length + 2 * reach];
        System.arraycopy(samples, 0, reflected, reach, samples.length);
        for (int k = 1; k <= reach; k++) {
            reflected[reach - k] = 2 * samples[0] - samples[k];
            reflected[reach + last + k] = 2 * samples[last] - samples[last - k];
        }
        return reflected;
    }

    private static double[] reversed(double[] samples) {
        double[] reversed = new double[samples.length];
        for (int n = 0; n < samples.length; n++) {
            reversed[n] = samples[samples.length - 1 - n];
        }
        return reversed;
    }
}
