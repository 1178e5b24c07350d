package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;

class FittedConvolutionTest {

    private static final FirFilter FILTER = FirFilter.bandPass(new SamplingRate(250), 0.5, 45);
    private static final double[] TAPS = FILTER.taps();

    /** One sample; shorter than the reach; one pair of blocks; just below, at and above two full pairs; an odd number. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 825, 826, 5_000, 20_000, 75_000, 75_320, 75_321, 100_000})
    void everyLengthIsFilteredAsTheSumOverTheTapsSays(int length) {
        double[] samples = samples(length);

        double[] filtered = FILTER.apply(samples);

        assertThat(filtered).hasSize(length);
        for (int n = 0; n < length; n += n < 2000 || length - n < 2000 ? 7 : 61) {
            assertThat(filtered[n]).as("sample " + n).isCloseTo(sumOverTaps(samples, n), within(1e-9));
        }
    }

    @Test
    void channelsOfOtherLengthsKeepTheBitsTheyHaveAlone() {
        double[][] channels = {samples(5_000), samples(75_000), samples(5_000), new double[0], samples(300)};

        double[][] together = FILTER.apply(channels);

        for (int channel = 0; channel < channels.length; channel++) {
            double[] alone = FirFilter.bandPass(new SamplingRate(250), 0.5, 45).apply(channels[channel]);
            assertThat(together[channel]).containsExactly(alone);
        }
    }

    @Test
    void aConstantLeavesNoRounding() {
        double[] constant = new double[5_000];
        Arrays.fill(constant, 7.3);

        assertThat(FILTER.apply(constant)).containsOnly(FILTER.apply(constant)[0]);
        assertThat(FILTER.apply(constant)[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void moreTapsThanAnyBlockHoldsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FittedConvolution(new double[600_001]))
                .withMessageContaining("600001");
    }

    private static double[] samples(int length) {
        return new SplittableRandom(length).doubles(length, -50, 50).toArray();
    }

    private static double sumOverTaps(double[] samples, int n) {
        double[] taps = TAPS;
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * continued(samples, n + k - taps.length / 2);
        }
        return sum;
    }

    private static double continued(double[] samples, int n) {
        int last = samples.length - 1;
        if (n < 0) {
            return -n <= last ? 2 * samples[0] - samples[-n] : 0;
        }
        if (n > last) {
            return n - last <= last ? 2 * samples[last] - samples[2 * last - n] : 0;
        }
        return samples[n];
    }
}
