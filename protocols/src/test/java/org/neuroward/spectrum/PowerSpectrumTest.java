package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;

class PowerSpectrumTest {

    private static final Band ALPHA = new Band("alpha", 8, 13);

    @ParameterizedTest
    @ValueSource(ints = {128, 160, 200, 250, 256, 500, 512, 1000})
    void aSineOfTenMicrovoltsAtTenHertzHasFiftyMicrovoltsSquaredOfAlpha(int rate) {
        PowerSpectrum spectrum = welch(rate, 10, 10);

        // the clinical specification's oracle: half the squared amplitude; Hann spreads it over 9.5 to 10.5 Hz
        assertThat(spectrum.stepHertz()).isEqualTo(0.5);
        assertThat(spectrum.power(ALPHA)).isCloseTo(50, within(1e-9));
        assertThat(spectrum.power(new Band("rest", 13, rate / 2.0))).isCloseTo(0, within(1e-9));
    }

    @Test
    void aBandHoldsItsLowerEdgeButNotItsUpper() {
        double[] density = new double[40];
        density[16] = 1;
        density[26] = 10;

        assertThat(new PowerSpectrum(0.5, density).power(ALPHA)).isEqualTo(0.5);
    }

    @Test
    void theBandsOfRestMeetWithoutOverlap() {
        double[] density = IntStream.range(0, 128).mapToDouble(k -> 1).toArray();
        var spectrum = new PowerSpectrum(0.5, density);

        double sum = Band.RESTING.stream()
                .filter(band -> !band.name().matches(".*[12]"))
                .mapToDouble(spectrum::power)
                .sum();

        assertThat(sum).isEqualTo(44);
    }

    @Test
    void theSlopeOfOneOverFrequencySquaredIsMinusTwo() {
        double[] density = IntStream.range(0, 128)
                .mapToDouble(k -> k == 0 ? 0 : 1.0 / (k * k))
                .toArray();

        assertThat(new PowerSpectrum(0.5, density).logLogSlope(new Band("fast", 20, 45)))
                .isCloseTo(-2, within(1e-12));
    }

    @Test
    void impossibleBandsAndStepsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Band("none", 8, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerSpectrum(0, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> WelchEstimator.hann(new SamplingRate(100), 200)
                .estimate(new double[200], new int[0]));
    }

    private static PowerSpectrum welch(int rate, double amplitude, double hertz) {
        double[] sine = new double[10 * rate];
        for (int n = 0; n < sine.length; n++) {
            sine[n] = 1000 + amplitude * Math.sin(2 * Math.PI * hertz * n / rate);
        }
        int[] epochs = IntStream.range(0, 9).map(k -> k * rate).toArray();
        return WelchEstimator.hann(new SamplingRate(rate), 2 * rate).estimate(sine, epochs);
    }
}
