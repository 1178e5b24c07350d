package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.neuroward.signal.SeededRandom;

/** Higuchi's dimension, Hjorth's parameters, permutation entropy, and the line that is removed before. */
class SignalShapeTest {

    private static final double[] UNKNOWN = {
        1, 2, 3, Double.NaN, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21
    };

    @Test
    void dimensionOfALineIsOneOfAWalkOneAndAHalfOfWhiteNoiseTwo() {
        double[] line = new double[1000];
        Arrays.setAll(line, n -> 3 * n - 7);
        double[] noise = noise(1, 20_000);
        double[] walk = noise(2, 20_000);
        for (int n = 1; n < walk.length; n++) {
            walk[n] += walk[n - 1];
        }

        // a line is exact; the others have a statistical error of 1 % at this length
        assertThat(HiguchiDimension.of(line, 10).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(HiguchiDimension.of(noise, 10).orElseThrow()).isCloseTo(2, within(0.01));
        assertThat(HiguchiDimension.of(walk, 10).orElseThrow()).isCloseTo(1.5, within(0.02));
    }

    /** 0 1 0 1 1, k = 1: L = (1+1+1+0)·4/(4·1) = 3; k = 2, m = 1: (0+1)·4/(2·4) = 0.5, m = 2: 0·4/(1·4) = 0; L = 0.25. */
    @Test
    void theLastTermOfTheSumCounts() {
        double slope = Math.log(3 / 0.25) / Math.log(2);

        assertThat(HiguchiDimension.of(new double[] {0, 1, 0, 1, 1}, 2).orElseThrow())
                .isCloseTo(slope, within(1e-12));
    }

    @Test
    void aCurveWithoutLengthHasNoDimension() {
        double[] period = new double[100];
        Arrays.setAll(period, n -> n % 2);

        assertThat(HiguchiDimension.of(new double[100], 10)).isEmpty();
        assertThat(HiguchiDimension.of(period, 10)).isEmpty();
        assertThat(HiguchiDimension.of(UNKNOWN, 10)).isEmpty();
        assertThat(HiguchiDimension.of(noise(1, 19), 10)).isEmpty();
        assertThat(HiguchiDimension.of(noise(1, 20), 10)).isPresent();
        assertThat(HiguchiDimension.of(new double[0], 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> HiguchiDimension.of(noise(1, 100), 1));
    }

    /** Four seconds of a 1-Hz sine at 100 Hz: 0.0627 and 1.005. */
    @Test
    void hjorthParametersOfASlowSine() {
        double[] sine = new double[400];
        Arrays.setAll(sine, n -> Math.sin(2 * Math.PI * n / 100));

        HjorthParameters hjorth = HjorthParameters.of(sine).orElseThrow();

        assertThat(hjorth.activity()).isCloseTo(0.5, within(1e-12));
        assertThat(hjorth.mobility().orElseThrow()).isCloseTo(0.0627, within(0.00005));
        assertThat(hjorth.complexity().orElseThrow()).isCloseTo(1.005, within(0.0005));
    }

    @Test
    void hjorthParametersThatAreNotDefinedAreEmpty() {
        HjorthParameters constant =
                HjorthParameters.of(new double[] {0.1, 0.1, 0.1, 0.1}).orElseThrow();
        HjorthParameters line = HjorthParameters.of(new double[] {1, 2, 3, 4}).orElseThrow();

        assertThat(constant.activity()).isZero();
        assertThat(constant.mobility()).isEmpty();
        assertThat(constant.complexity()).isEmpty();
        assertThat(line.activity()).isEqualTo(1.25);
        assertThat(line.mobility()).hasValue(0);
        assertThat(line.complexity()).isEmpty();
        assertThat(HjorthParameters.of(UNKNOWN)).isEmpty();
        assertThat(HjorthParameters.of(new double[] {1, 2})).isEmpty();
    }

    /** The example of Bandt and Pompe: 4 7 9 10 6 11 3. Order 2: 4 of 6 rise; order 3: 012, 012, 201, 102, 201. */
    @Test
    void permutationEntropyIsThatOfBandtAndPompe() {
        double[] samples = {4, 7, 9, 10, 6, 11, 3};

        // -4/6 log2 4/6 - 2/6 log2 2/6, and -2 · 2/5 log2 2/5 - 1/5 log2 1/5
        assertThat(PermutationEntropy.bits(samples, 2, 1).orElseThrow()).isCloseTo(0.9182958340544896, within(1e-12));
        assertThat(PermutationEntropy.bits(samples, 3, 1).orElseThrow()).isCloseTo(1.5219280948873621, within(1e-12));
        assertThat(PermutationEntropy.of(samples, 3, 1).orElseThrow()).isCloseTo(0.5887621559162939, within(1e-12));
    }

    @Test
    void equalSamplesStandInOrderOfTime() {
        // 1 1 2 counts as rising; 2 1 1 as 2 first: two patterns of two
        assertThat(PermutationEntropy.bits(new double[] {1, 1, 1, 1, 2, 3, 3}, 3, 1))
                .hasValue(0);
        assertThat(PermutationEntropy.bits(new double[] {1, 1, 0, 0}, 3, 1)).hasValue(1);
    }

    @Test
    void permutationEntropyRunsFromOneOrderToAll() {
        assertThat(PermutationEntropy.of(new double[100], 3, 1)).hasValue(0);
        assertThat(PermutationEntropy.of(noise(3, 50_000), 3, 1).orElseThrow()).isCloseTo(1, within(0.001));
        assertThat(PermutationEntropy.of(UNKNOWN, 3, 1)).isEmpty();
        assertThat(PermutationEntropy.of(new double[] {1, 2}, 3, 1)).isEmpty();
        assertThat(PermutationEntropy.of(new double[] {1, 2, 3, 4}, 3, 2)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationEntropy.of(new double[5], 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationEntropy.of(new double[5], 3, 0));
    }

    @Test
    void whatIsLeftOfALineIsNothingAndASineKeepsItsShape() {
        double[] line = new double[101];
        Arrays.setAll(line, n -> 5 - 0.25 * n);
        double[] bowl = new double[101];
        Arrays.setAll(bowl, n -> (n - 50) * (n - 50));

        assertThat(LinearTrend.remove(line)).containsOnly(new double[] {0}, within(1e-12));
        // without slope, only the mean of (n - 50)² goes: 50 · 51 / 3
        assertThat(LinearTrend.remove(bowl)[50]).isCloseTo(-850, within(1e-9));
        assertThat(LinearTrend.remove(new double[] {7})).containsExactly(0);
        assertThat(LinearTrend.remove(new double[0])).isEmpty();
    }

    private static double[] noise(long seed, int samples) {
        SeededRandom random = new SeededRandom(seed);
        double[] noise = new double[samples];
        Arrays.setAll(noise, n -> random.nextGaussian());
        return noise;
    }
}
