package org.neuroward.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.neuroward.connectivity.ConnectivityMeasure.COHERENCE;
import static org.neuroward.connectivity.ConnectivityMeasure.DEBIASED_WEIGHTED_PHASE_LAG_INDEX;
import static org.neuroward.connectivity.ConnectivityMeasure.IMAGINARY_COHERENCE;
import static org.neuroward.connectivity.ConnectivityMeasure.PHASE_LAG_INDEX;
import static org.neuroward.connectivity.ConnectivityMeasure.PHASE_LOCKING_VALUE;
import static org.neuroward.connectivity.ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;
import org.neuroward.spectrum.Band;

class CrossSpectraTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final int EPOCH = 500;
    private static final Band ALPHA = new Band("alpha", 8, 13);
    private static final Band WIDE = new Band("wide", 1, 45);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void independentNoiseHasNoDebiasedIndexAndTheCoherenceOfItsNumberOfEpochs(long seed) {
        SeededRandom random = new SeededRandom(seed);
        int epochs = 120;
        double[][] noise = new double[8][epochs * EPOCH];
        for (double[] channel : noise) {
            Arrays.setAll(channel, n -> random.nextGaussian());
        }

        CrossSpectra spectra = CrossSpectra.of(noise, RATE, firstSamples(epochs), EPOCH, List.of(WIDE));

        // standard error over 28 pairs × 88 bins (two neighbours share what the taper mixes): about 0.0002 and 0.0003
        assertThat(mean(spectra.band(COHERENCE, WIDE))).isCloseTo(1.0 / epochs, within(0.001));
        assertThat(mean(spectra.band(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, WIDE))).isCloseTo(0, within(0.0015));
        double[] debiased =
                spectra.band(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, WIDE).upper();
        assertThat(Arrays.stream(debiased).map(Math::abs).average().orElseThrow())
                .isLessThan(0.01);
        // without debiasing, 120 epochs of nothing still give √(2/π)/√120 · π/2 or so
        assertThat(mean(spectra.band(WEIGHTED_PHASE_LAG_INDEX, WIDE))).isBetween(0.05, 0.15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, -1.7, 1e-6})
    void aCopyWithoutLagIsCoherentButNotConnected(double factor) {
        double[] original = noise(4, 20 * EPOCH);
        double[] copy = original.clone();
        Arrays.setAll(copy, n -> factor * original[n] + 4321.1);

        CrossSpectra spectra =
                CrossSpectra.of(new double[][] {original, copy}, RATE, firstSamples(20), EPOCH, List.of(ALPHA));

        assertThat(spectra.band(COHERENCE, ALPHA).get(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(spectra.band(PHASE_LOCKING_VALUE, ALPHA).get(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(spectra.band(IMAGINARY_COHERENCE, ALPHA).get(0, 1)).isEqualTo(0);
        assertThat(spectra.band(PHASE_LAG_INDEX, ALPHA).get(0, 1)).isEqualTo(0);
        assertThat(spectra.band(WEIGHTED_PHASE_LAG_INDEX, ALPHA).get(0, 1)).isEqualTo(0);
        assertThat(spectra.band(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, ALPHA).get(0, 1))
                .isEqualTo(0);
    }

    @Test
    void aQuarterCycleOfLagIsFullPhaseLockingAndFullImaginaryCoherence() {
        double[] leading = new double[30 * EPOCH];
        double[] lagging = new double[30 * EPOCH];
        for (int n = 0; n < leading.length; n++) {
            double angle = 2 * Math.PI * 10 * n / 250 + 0.7 * (n / EPOCH);
            leading[n] = 20 * Math.cos(angle);
            lagging[n] = 5 * Math.cos(angle - Math.PI / 2);
        }

        CrossSpectra spectra =
                CrossSpectra.of(new double[][] {leading, lagging}, RATE, firstSamples(30), EPOCH, List.of(ALPHA));

        int tenHertz = 4;
        assertThat(spectra.hertz(tenHertz)).isEqualTo(10);
        assertThat(spectra.bin(PHASE_LOCKING_VALUE, tenHertz).get(0, 1)).isCloseTo(1, within(1e-12));
        assertThat(spectra.bin(IMAGINARY_COHERENCE, tenHertz).get(0, 1)).isCloseTo(1, within(1e-12));
        assertThat(spectra.bin(IMAGINARY_COHERENCE, tenHertz).get(1, 0)).isCloseTo(-1, within(1e-12));
        assertThat(spectra.bin(PHASE_LAG_INDEX, tenHertz).get(0, 1)).isEqualTo(1);
        assertThat(spectra.bin(WEIGHTED_PHASE_LAG_INDEX, tenHertz).get(0, 1)).isCloseTo(1, within(1e-12));
        assertThat(spectra.bin(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, tenHertz).get(0, 1))
                .isCloseTo(1, within(1e-12));
    }

    /** Equal amplitudes: with p epochs of one sign and q of the other, Σ = p - q, Σ|.| = Σ² = p + q. */
    @Test
    void debiasedIndexOfAFewEpochsIsThatOfTheFormulaAndMayBeNegative() {
        double[][] twoAgainstOne = lags(1, 1, -1);
        double[][] oneAgainstOne = lags(1, -1);

        CrossSpectra three = CrossSpectra.of(twoAgainstOne, RATE, firstSamples(3), EPOCH, List.of(ALPHA));
        CrossSpectra two = CrossSpectra.of(oneAgainstOne, RATE, firstSamples(2), EPOCH, List.of(ALPHA));

        assertThat(three.bin(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, 4).get(0, 1))
                .isCloseTo((1 - 3) / (9.0 - 3), within(1e-12));
        assertThat(three.bin(WEIGHTED_PHASE_LAG_INDEX, 4).get(0, 1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(three.bin(PHASE_LAG_INDEX, 4).get(0, 1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(two.bin(DEBIASED_WEIGHTED_PHASE_LAG_INDEX, 4).get(0, 1)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void theValueOfABandIsTheMeanOverItsBins() {
        double[][] noise = {noise(5, 10 * EPOCH), noise(6, 10 * EPOCH)};

        CrossSpectra spectra = CrossSpectra.of(noise, RATE, firstSamples(10), EPOCH, List.of(WIDE, ALPHA));

        double sum = 0;
        int bins = 0;
        for (int bin = 0; bin < spectra.bins(); bin++) {
            if (spectra.hertz(bin) >= 8 && spectra.hertz(bin) < 13) {
                sum += spectra.bin(WEIGHTED_PHASE_LAG_INDEX, bin).get(0, 1);
                bins++;
            }
        }
        assertThat(bins).isEqualTo(10);
        assertThat(spectra.band(WEIGHTED_PHASE_LAG_INDEX, ALPHA).get(0, 1)).isCloseTo(sum / bins, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(ConnectivityMeasure.class)
    void aConstantOrUnknownChannelHasNoValuesAndTheOthersKeepTheirs(ConnectivityMeasure measure) {
        double[] good = noise(7, 5 * EPOCH);
        double[] other = noise(8, 5 * EPOCH);
        double[] constant = new double[5 * EPOCH];
        Arrays.fill(constant, 187.3);
        double[] unknown = noise(9, 5 * EPOCH);
        unknown[777] = Double.NaN;

        CrossSpectra spectra = CrossSpectra.of(
                new double[][] {good, constant, unknown, other}, RATE, firstSamples(5), EPOCH, List.of(ALPHA));
        CrossSpectra alone =
                CrossSpectra.of(new double[][] {good, other}, RATE, firstSamples(5), EPOCH, List.of(ALPHA));

        PairMatrix values = spectra.band(measure, ALPHA);
        assertThat(values.find(0, 1)).isEmpty();
        assertThat(values.find(1, 2)).isEmpty();
        assertThat(values.find(2, 3)).isEmpty();
        assertThat(values.find(0, 3)).hasValue(alone.band(measure, ALPHA).get(0, 1));
    }

    @ParameterizedTest
    @EnumSource(ConnectivityMeasure.class)
    void aMeasureAloneHasTheValuesThatItHasAmongAll(ConnectivityMeasure measure) {
        double[][] noise = {noise(5, 3000), noise(6, 3000), noise(7, 3000)};
        CrossSpectrumEstimator estimator = CrossSpectrumEstimator.hann(RATE, EPOCH);

        CrossSpectra alone = estimator.estimate(noise, firstSamples(6), List.of(ALPHA), Set.of(measure));
        CrossSpectra all = estimator.estimate(noise, firstSamples(6), List.of(ALPHA));

        assertThat(alone.band(measure, ALPHA).upper())
                .isEqualTo(all.band(measure, ALPHA).upper());
        for (ConnectivityMeasure other : ConnectivityMeasure.values()) {
            if (other != measure) {
                assertThatIllegalArgumentException().isThrownBy(() -> alone.band(other, ALPHA));
            }
        }
    }

    @Test
    void whatBreaksTheContractIsRefusedWithFacts() {
        double[][] noise = {noise(1, 1000), noise(2, 1000)};
        int[] two = firstSamples(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(noise, RATE, new int[] {0}, EPOCH, List.of(ALPHA)))
                .withMessageContaining("epochs=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(noise, RATE, two, EPOCH, List.of(new Band("narrow", 8, 8.4))))
                .withMessageContaining("narrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(noise, RATE, two, EPOCH, List.of(new Band("high", 100, 140))))
                .withMessageContaining("high");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(new double[][] {noise[0]}, RATE, two, EPOCH, List.of(ALPHA)))
                .withMessageContaining("channels=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CrossSpectra.of(noise, RATE, two, EPOCH, List.of(ALPHA)).band(COHERENCE, WIDE))
                .withMessageContaining("wide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(noise, RATE, new int[] {0, 501}, EPOCH, List.of(ALPHA)))
                .withMessageContaining("firstSample=501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossSpectra.of(new double[2][1], RATE, two, EPOCH, List.of(ALPHA)))
                .withMessageContaining("samples=1");
    }

    private static double mean(PairMatrix matrix) {
        return Arrays.stream(matrix.upper()).average().orElseThrow();
    }

    private static int[] firstSamples(int epochs) {
        int[] first = new int[epochs];
        Arrays.setAll(first, epoch -> epoch * EPOCH);
        return first;
    }

    private static double[] noise(long seed, int samples) {
        SeededRandom random = new SeededRandom(seed);
        double[] noise = new double[samples];
        Arrays.setAll(noise, n -> random.nextGaussian());
        return noise;
    }

    /** Two channels of 10 Hz, a quarter cycle apart, the first ahead (1) or behind (-1) in each epoch. */
    private static double[][] lags(int... signs) {
        double[][] channels = new double[2][signs.length * EPOCH];
        for (int n = 0; n < channels[0].length; n++) {
            channels[0][n] = Math.cos(2 * Math.PI * 10 * n / 250);
            channels[1][n] = signs[n / EPOCH] * Math.sin(2 * Math.PI * 10 * n / 250);
        }
        return channels;
    }
}
