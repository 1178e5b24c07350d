package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

/** The named estimators of the clinical specification, B1, beyond what they share. */
class WelchVariantsTest {

    private static final SamplingRate RATE = new SamplingRate(250);

    @Test
    void eachEstimatorHasItsEpochAndItsFrequencyStep() {
        double[] signal = noise(2000, 1);
        int[] one = {0};

        assertThat(WelchEstimator.resting(RATE).epochSamples()).isEqualTo(500);
        assertThat(WelchEstimator.resting(RATE).estimate(signal, one).stepHertz())
                .isEqualTo(0.5);
        assertThat(WelchEstimator.alphaFrequency(RATE).epochSamples()).isEqualTo(1000);
        assertThat(WelchEstimator.alphaFrequency(RATE).estimate(signal, one).bins())
                .isEqualTo(513);
        assertThat(WelchEstimator.sleep(RATE).epochSamples()).isEqualTo(1250);
        assertThat(WelchEstimator.sleep(RATE).estimate(signal, one).stepHertz()).isEqualTo(0.2);
        assertThat(WelchEstimator.multinationalNorm(RATE).epochSamples()).isEqualTo(640);
        assertThat(WelchEstimator.multinationalNorm(RATE).estimate(signal, one).stepHertz())
                .isEqualTo(0.390625);
    }

    @ParameterizedTest
    @ValueSource(doubles = {128, 256, 512})
    void theNormsRefuseARateThatTheirEpochDoesNotFit(double hertz) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchEstimator.multinationalNorm(new SamplingRate(hertz)))
                .withMessageContaining("2.56 s");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 1.0", "3, 0.8333333333333333", "4, 0.8333333333333333", "5, 0.7833333333333333"})
    void aMedianIsDividedByItsExpectationForExponentialNoise(int epochs, double divisor) {
        // Allen et al. 2012, appendix B: 1 - 1/2 + 1/3 - 1/4 + 1/5 for five
        double[] alike = new double[epochs];
        java.util.Arrays.fill(alike, 7);

        assertThat(EpochAverage.unbiasedMedian(alike)).isCloseTo(7 / divisor, within(1e-14));
    }

    @Test
    void theDivisorApproachesTheLogarithmOfTwo() {
        double[] alike = new double[20_001];
        java.util.Arrays.fill(alike, 1);

        assertThat(EpochAverage.unbiasedMedian(alike)).isCloseTo(1 / Math.log(2), within(1e-4));
    }

    @Test
    void oneBurstMovesTheMeanButNotTheMedian() {
        double[] quiet = noise(60 * 250, 2);
        double[] burst = quiet.clone();
        for (int n = 5000; n < 5250; n++) {
            burst[n] += 100 * Math.sin(2 * Math.PI * 10 * n / 250.0);
        }
        int[] epochs = IntStream.range(0, 59).map(e -> 250 * e).toArray();
        var alpha = new Band("alpha", 8, 13);
        WelchEstimator mean = WelchEstimator.resting(RATE);
        WelchEstimator median = WelchEstimator.medianHann(RATE, 500);

        assertThat(mean.estimate(burst, epochs).power(alpha))
                .isGreaterThan(100 * mean.estimate(quiet, epochs).power(alpha));
        double undisturbed = median.estimate(quiet, epochs).power(alpha);
        assertThat(median.estimate(burst, epochs).power(alpha)).isCloseTo(undisturbed, within(0.2 * undisturbed));
    }

    @Test
    void oneValueThatIsNoNumberSpoilsTheMedianAsItSpoilsTheMean() {
        double[] signal = noise(2500, 4);
        signal[1] = Double.NaN;
        int[] epochs = {0, 500, 1000, 1500, 2000};

        assertThat(WelchEstimator.medianHann(RATE, 500).estimate(signal, epochs).density(20))
                .isNaN();
        assertThat(WelchEstimator.resting(RATE).estimate(signal, epochs).density(20))
                .isNaN();
    }

    @Test
    void anEpochThatLeavesTheSignalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchEstimator.resting(RATE).estimate(new double[999], new int[] {500}));
    }

    @Test
    void individualBandsFollowTheAlphaFrequency() {
        assertThat(Band.individual(10))
                .containsExactly(
                        new Band("individual-theta", 4, 6),
                        new Band("individual-alpha1", 6, 8),
                        new Band("individual-alpha2", 8, 10),
                        new Band("individual-alpha3", 10, 12));
        assertThat(Band.individualAlpha(9.5)).isEqualTo(new Band("individual-alpha", 5.5, 11.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Band.individual(5.9));
        assertThatIllegalArgumentException().isThrownBy(() -> Band.individualAlpha(Double.NaN));
    }

    @Test
    void powersThatDoNotExistAreEmpty() {
        var spectrum = new PowerSpectrum(0.5, new double[100]);
        double[] spoilt = new double[100];
        spoilt[20] = Double.NaN;
        double[] level = new double[100];
        java.util.Arrays.fill(level, 2);
        var alpha = new Band("alpha", 8, 13);

        assertThat(spectrum.relativePower(alpha, Band.TOTAL)).isEmpty();
        assertThat(spectrum.log10Power(alpha)).isEmpty();
        assertThat(new PowerSpectrum(0.5, spoilt).relativePower(alpha, Band.TOTAL))
                .isEmpty();
        assertThat(new PowerSpectrum(0.5, level).relativePower(alpha, Band.TOTAL))
                .hasValueCloseTo(5 / 44.0, within(1e-15));
        assertThat(new PowerSpectrum(0.5, level).log10Power(alpha)).hasValueCloseTo(1.0, within(1e-15));
    }

    private static double[] noise(int samples, long seed) {
        var random = new SeededRandom(seed);
        double[] noise = new double[samples];
        for (int n = 0; n < samples; n++) {
            noise[n] = random.nextGaussian();
        }
        return noise;
    }
}
