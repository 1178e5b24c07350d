package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SeededRandom;

class SampleEntropyTest {

    /** Two independent normal numbers differ by at most r standard deviations with probability erf(r/2): −ln erf(0.1) = 2.185. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whiteNoiseHasTheEntropyOfItsDistribution(long seed) {
        SampleEntropy entropy = SampleEntropy.of(noise(seed, 5000), 2, 0.2);

        // ± 0.1 is the specification's; A is about 17 000, its Poisson error below 0.01
        assertThat(entropy.value().orElseThrow()).isCloseTo(2.185, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.2", "2, 0.15", "1, 0.3", "3, 0.5", "5, 1.0", "2, 3.9", "2, 100", "2, 0.0001"})
    void pairsAreThoseOfComparingAll(int templateSamples, double tolerance) {
        for (long seed = 1; seed <= 4; seed++) {
            double[] walk = walk(seed, 400);

            assertSameAsComparingAll(walk, templateSamples, tolerance, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2})
    void pairsOfQuantisedSamplesOnTheEdgeOfTheToleranceCount(double tolerance) {
        for (long seed = 1; seed <= 4; seed++) {
            double[] quantised = walk(seed, 300);
            Arrays.setAll(quantised, n -> Math.rint(quantised[n]) * 0.5);

            assertSameAsComparingAll(quantised, 2, tolerance, seed);
        }
    }

    @Test
    void pairsOfNegativeZerosHugeAndTinySamplesCount() {
        double[] samples = {0.0, -0.0, 1e140, -1e140, 4e-320, -4e-320, 0.0, -0.0, 1e140, -1e140, 1, -1, 1, -1};

        for (double tolerance : new double[] {1e-320, 1e-10, 1, 2, 1e141}) {
            assertSameAsComparingAll(samples, 2, tolerance, 0);
            assertSameAsComparingAll(samples, 1, tolerance, 0);
        }
    }

    /** 1 2 1 2 1 2 1: five starts for m = 2; the three at 0, 2, 4 agree, and the two at 1, 3; over three samples as well. */
    @Test
    void aPeriodicSignalHasNoEntropy() {
        SampleEntropy entropy = SampleEntropy.within(new double[] {1, 2, 1, 2, 1, 2, 1}, 2, 0.1);

        assertThat(entropy.shorterMatches()).isEqualTo(3 + 1);
        assertThat(entropy.longerMatches()).isEqualTo(3 + 1);
        assertThat(entropy.value()).hasValue(0);
    }

    @Test
    void theToleranceIsRelativeToTheDeviation() {
        double[] noise = noise(9, 500);
        double[] scaled = new double[500];
        Arrays.setAll(scaled, n -> 1024 * noise[n]);

        assertThat(SampleEntropy.of(scaled, 2, 0.2).value())
                .isEqualTo(SampleEntropy.of(noise, 2, 0.2).value());
    }

    @Test
    void whereNothingIsDefinedThereIsNoValue() {
        double[] constant = new double[100];
        Arrays.fill(constant, 0.1);
        double[] unknown = noise(1, 100);
        unknown[50] = Double.NaN;
        double[] infinite = noise(1, 100);
        infinite[50] = Double.NEGATIVE_INFINITY;

        assertThat(SampleEntropy.of(constant).value()).isEmpty();
        assertThat(SampleEntropy.of(unknown).value()).isEmpty();
        assertThat(SampleEntropy.of(infinite).value()).isEmpty();
        assertThat(SampleEntropy.of(new double[0]).value()).isEmpty();
        assertThat(SampleEntropy.of(new double[] {1}).value()).isEmpty();
        assertThat(SampleEntropy.of(new double[] {1, 2, 3}).value()).isEmpty();
        // no two samples are near each other
        assertThat(SampleEntropy.within(new double[] {1, 2, 4, 8, 16, 32}, 2, 0.5)
                        .value())
                .isEmpty();
        // one pair agrees over two samples, none over three
        assertThat(SampleEntropy.within(new double[] {0, 0, 5, 0, 0, 9}, 2, 0.5))
                .satisfies(entropy -> {
                    assertThat(entropy.shorterMatches()).isEqualTo(1);
                    assertThat(entropy.longerMatches()).isZero();
                    assertThat(entropy.value()).isEmpty();
                });
        assertThatIllegalArgumentException().isThrownBy(() -> SampleEntropy.of(noise(1, 10), 0, 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleEntropy.within(noise(1, 10), 2, Double.NaN));
    }

    private static void assertSameAsComparingAll(double[] samples, int m, double tolerance, long seed) {
        long shorter = 0;
        long longer = 0;
        for (int i = 0; i < samples.length - m; i++) {
            for (int j = i + 1; j < samples.length - m; j++) {
                int equal = 0;
                while (equal <= m && Math.abs(samples[i + equal] - samples[j + equal]) <= tolerance) {
                    equal++;
                }
                shorter += equal >= m ? 1 : 0;
                longer += equal > m ? 1 : 0;
            }
        }

        SampleEntropy entropy = SampleEntropy.within(samples, m, tolerance);

        assertThat(entropy).as("seed " + seed).isEqualTo(new SampleEntropy(m, tolerance, shorter, longer));
    }

    private static double[] noise(long seed, int samples) {
        SeededRandom random = new SeededRandom(seed);
        double[] noise = new double[samples];
        Arrays.setAll(noise, n -> random.nextGaussian());
        return noise;
    }

    private static double[] walk(long seed, int samples) {
        double[] walk = noise(seed, samples);
        for (int n = 1; n < samples; n++) {
            walk[n] += 0.9 * walk[n - 1];
        }
        return walk;
    }
}
