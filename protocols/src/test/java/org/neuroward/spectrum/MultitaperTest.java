package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

class MultitaperTest {

    private static final SamplingRate RATE = new SamplingRate(250);

    @Test
    void aSineOfTenMicrovoltsHasItsFiftyMicrovoltsSquaredWithinTheBandOfTheTapers() {
        double[] sine = sine(4000, 10);

        PowerSpectrum spectrum = Multitaper.resting(RATE).estimate(sine, new int[] {0, 1000, 2000, 3000});

        assertThat(spectrum.stepHertz()).isEqualTo(0.25);
        assertThat(spectrum.power(new Band("line", 8.75, 11.5))).isCloseTo(50, within(1.0));
        // what the seventh taper leaks to 0 Hz meets its mirror image there
        assertThat(spectrum.power(new Band("all", 0, 126))).isCloseTo(50, within(0.01));
    }

    @Test
    void powerOverAllFrequenciesIsThatOfTheTaperedEpoch() {
        // Parseval: with one taper, the sum over bins is Σ (v x)² / length per sample
        long seed = 5;
        double[] noise = noise(1000, seed);
        Multitaper one = Multitaper.of(RATE, 1000, 4, 1);
        double[] taper = SlepianTapers.of(1000, 4, 1).taper(0);
        double mean = java.util.Arrays.stream(noise).average().orElseThrow();
        double energy = 0;
        for (int n = 0; n < 1000; n++) {
            energy += Math.pow(taper[n] * (noise[n] - mean), 2);
        }

        PowerSpectrum spectrum = one.estimate(noise, new int[] {0});

        assertThat(spectrum.power(new Band("all", 0, 126))).isCloseTo(energy, within(1e-9 * energy));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whiteNoiseIsLevelWhateverTheWeights(long seed) {
        double[] noise = noise(75_000, seed);
        int[] epochs =
                java.util.stream.IntStream.range(0, 75).map(e -> 1000 * e).toArray();
        Multitaper equal = Multitaper.resting(RATE);

        // one-sided density of unit variance: 2 / rate; 75 x 7 tapers leave 4 % standard error per bin, less over a
        // band
        var wide = new Band("wide", 5, 100);
        assertThat(equal.estimate(noise, epochs).power(wide) / 95).isCloseTo(2 / 250.0, within(0.02 * 2 / 250));
        assertThat(equal.adaptive().estimate(noise, epochs).power(wide) / 95)
                .isCloseTo(2 / 250.0, within(0.02 * 2 / 250));
    }

    @Test
    void adaptiveWeightsKeepAStrongLineFromLeaking() {
        double[] sine = sine(1000, 10);
        int[] whole = {0};

        PowerSpectrum equal = Multitaper.resting(RATE).estimate(sine, whole);
        PowerSpectrum adaptive = Multitaper.resting(RATE).adaptive().estimate(sine, whole);

        assertThat(adaptive.density(160)).isLessThan(equal.density(160) / 10);
    }

    @Test
    void aSpectrogramHoldsTheSpectrumOfEachEpoch() {
        double[] signal = noise(3000, 7);
        Multitaper multitaper = Multitaper.of(RATE, 500, 3, 5);
        int[] epochs = {0, 250, 2500};

        Spectrogram spectrogram = multitaper.spectrogram(signal, epochs);

        assertThat(spectrogram.epochs()).isEqualTo(3);
        assertThat(spectrogram.bins()).isEqualTo(251);
        assertThat(spectrogram.firstSample(2)).isEqualTo(2500);
        for (int e = 0; e < 3; e++) {
            assertThat(spectrogram.spectrum(e).densities())
                    .isEqualTo(
                            multitaper.estimate(signal, new int[] {epochs[e]}).densities());
        }
        assertThat(multitaper.spectrogram(signal, new int[0]).epochs()).isZero();
    }

    @Test
    void manyChannelsHaveTheSpectraOfEachAlone() {
        double[][] channels = {noise(20_000, 11), noise(20_000, 12)};
        int[] epochs = java.util.stream.IntStream.range(0, 79).map(e -> 250 * e).toArray();
        Multitaper multitaper = Multitaper.of(RATE, 500, 3, 5);

        var together = multitaper.estimate(channels, epochs);

        for (int c = 0; c < 2; c++) {
            assertThat(together.get(c).densities())
                    .containsExactly(multitaper.estimate(channels[c], epochs).densities());
        }
    }

    @Test
    void aSpectrogramOfSleepHasThirtySecondEpochs() {
        Multitaper sleep = Multitaper.sleep(new SamplingRate(100));

        assertThat(sleep.epochSamples()).isEqualTo(3000);
        assertThat(sleep.bins()).isEqualTo(1501);
    }

    @Test
    void constantSignalsHaveNoPowerAndOneBadValueSpoilsTheEpoch() {
        double[] constant = new double[1000];
        java.util.Arrays.fill(constant, 17);
        double[] spoilt = noise(1000, 3);
        spoilt[500] = Double.NaN;
        Multitaper multitaper = Multitaper.resting(RATE);

        assertThat(multitaper.estimate(constant, new int[] {0}).densities()).containsOnly(0);
        assertThat(multitaper.adaptive().estimate(constant, new int[] {0}).densities())
                .containsOnly(0);
        assertThat(multitaper.adaptive().estimate(spoilt, new int[] {0}).densities())
                .containsOnly(Double.NaN);
        assertThatIllegalArgumentException().isThrownBy(() -> multitaper.estimate(constant, new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> multitaper.estimate(constant, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> multitaper.spectrogram(constant, new int[] {-1}));
    }

    private static double[] sine(int samples, double hertz) {
        double[] sine = new double[samples];
        for (int n = 0; n < samples; n++) {
            sine[n] = 1000 + 10 * Math.sin(2 * Math.PI * hertz * n / 250);
        }
        return sine;
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
