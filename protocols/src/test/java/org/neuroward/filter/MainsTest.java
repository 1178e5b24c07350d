package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

class MainsTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final long SEED = 4711;

    @ParameterizedTest
    @CsvSource({"50, 250, 1", "60, 250, 1", "50, 128, 1", "60, 500, 3", "50, 1000, 19"})
    void theMainsThatAreThereAreFound(double mains, double rate, int channels) {
        double[][] signal = new double[channels][];
        for (int c = 0; c < channels; c++) {
            signal[c] = plus(noise((int) (12 * rate), SEED + c), 4, mains + 0.05, rate);
        }

        assertThat(MainsFrequency.detect(signal, new SamplingRate(rate))).hasValue(mains);
    }

    @Test
    void noiseHasNoMains() {
        for (long seed = SEED; seed < SEED + 50; seed++) {
            assertThat(MainsFrequency.detect(new double[][] {noise(2500, seed)}, RATE))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void oneChannelThatHumsAmongManyDoesNotDecide() {
        double[][] signal = {plus(noise(2500, 1), 100, 60, 250), noise(2500, 2), noise(2500, 3)};

        assertThat(MainsFrequency.detect(signal, RATE)).isEmpty();
    }

    @Test
    void whatCannotBeMeasuredHasNoMains() {
        double[] broken = plus(noise(2500, 1), 100, 60, 250);
        broken[7] = Double.NaN;

        assertThat(MainsFrequency.detect(new double[][] {broken}, RATE)).isEmpty();
        assertThat(MainsFrequency.detect(new double[][] {new double[2500]}, RATE))
                .isEmpty();
        assertThat(MainsFrequency.detect(new double[][] {}, RATE)).isEmpty();
        assertThat(MainsFrequency.detect(new double[][] {noise(499, 1)}, RATE)).isEmpty();
        assertThat(MainsFrequency.detect(new double[][] {plus(noise(1000, 1), 9, 45, 100)}, new SamplingRate(100)))
                .isEmpty();
    }

    @Test
    void interpolationTakesTheMainsAndLeavesTheRest() {
        double[] noise = noise(250 * 60, SEED);
        double[] humming = plus(plus(noise, 30, 50, 250), 10, 100, 250);

        double[] cleaned = new MainsInterpolation(RATE, 50).apply(humming);

        PowerSpectrum before = spectrum(noise);
        PowerSpectrum after = spectrum(cleaned);
        for (int k = 0; k < before.bins(); k++) {
            double line = Math.min(Math.abs(before.hertz(k) - 50), Math.abs(before.hertz(k) - 100));
            if (line > 2) {
                // beyond the taper's main lobe, what changed within 1 Hz of the line leaks by less than a thousandth
                assertThat(after.density(k)).isCloseTo(before.density(k), within(1e-3 * before.density(k)));
            } else {
                // noise of density 2 / 250; a magnitude's mean squared is π/4 of its square's mean
                assertThat(after.density(k)).isBetween(0.4 * 2 / 250, 1.6 * 2 / 250);
            }
        }
    }

    @Test
    void oddAndPrimeLengthsAreInterpolatedToo() {
        for (int samples : new int[] {7501, 7507, 7503}) {
            double[] noise = noise(samples, SEED);

            double[] cleaned = new MainsInterpolation(RATE, 50).apply(plus(noise, 1000, 1500 * 250.0 / samples, 250));

            double worst = 0;
            for (int n = 500; n < samples - 500; n++) {
                worst = Math.max(worst, Math.abs(cleaned[n] - noise[n]));
            }
            // whole cycles of mains do not leak; noise within 1 Hz of the line has 0.13 µV rms
            assertThat(worst).as("%d samples", samples).isLessThan(1);
        }
    }

    @Test
    void shortStretchesAreRefusedAndBrokenOnesAreNoNumbers() {
        var interpolation = new MainsInterpolation(RATE, 50);
        double[] broken = noise(1000, 1);
        broken[500] = Double.POSITIVE_INFINITY;

        assertThatIllegalArgumentException().isThrownBy(() -> interpolation.apply(new double[499]));
        assertThatIllegalArgumentException().isThrownBy(() -> new MainsInterpolation(RATE, 3));
        assertThat(interpolation.apply(broken)).containsOnly(Double.NaN);
        assertThat(interpolation.apply(new double[500])).containsOnly(new double[] {0}, within(0.0));
    }

    @Test
    void theNotchTakesMainsAndFirstHarmonic() {
        CausalFilter notch = CausalFilter.mainsNotch(RATE, 50);

        assertThat(notch.gain(50)).isCloseTo(0, within(1e-12));
        assertThat(notch.gain(100)).isCloseTo(0, within(1e-12));
        assertThat(notch.gain(45)).isCloseTo(1, within(0.02));
        assertThat(CausalFilter.mainsNotch(new SamplingRate(160), 50).gain(50)).isCloseTo(0, within(1e-12));
    }

    private static PowerSpectrum spectrum(double[] samples) {
        int[] epochs = new int[59];
        java.util.Arrays.setAll(epochs, e -> e * 250);
        return WelchEstimator.hann(RATE, 500).estimate(samples, epochs);
    }

    private static double[] noise(int samples, long seed) {
        var random = new Random(seed);
        return random.doubles(samples).map(x -> (x - 0.5) * Math.sqrt(12)).toArray();
    }

    private static double[] plus(double[] samples, double amplitude, double hertz, double rate) {
        double[] sum = samples.clone();
        for (int n = 0; n < sum.length; n++) {
            sum[n] += amplitude * Math.sin(2 * Math.PI * hertz * n / rate + 0.3);
        }
        return sum;
    }
}
