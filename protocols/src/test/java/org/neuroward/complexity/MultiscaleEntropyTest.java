package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.neuroward.signal.SeededRandom;

class MultiscaleEntropyTest {

    /**
     * Means of τ independent normal numbers have 1/√τ of the deviation, the tolerance stays: −ln erf(r √τ / 2). (Costa et al. 2005,
     * Phys. Rev. E 71:021906.)
     */
    @Test
    void whiteNoiseLosesEntropyWithScaleAsItsDistributionSays() {
        double[] noise = noise(4, 20_000);

        MultiscaleEntropy entropy = MultiscaleEntropy.of(noise, 2, 0.15, 20);

        // −ln erf(0.15 √τ / 2) at τ = 1, 5, 20 (SciPy); 1000 samples at scale 20 allow 0.05
        assertThat(entropy.scales()).hasSize(20);
        assertThat(entropy.scales().get(0).value().orElseThrow()).isCloseTo(2.4714, within(0.05));
        assertThat(entropy.scales().get(4).value().orElseThrow()).isCloseTo(1.6741, within(0.05));
        assertThat(entropy.scales().get(19).value().orElseThrow()).isCloseTo(1.0086, within(0.05));
    }

    @Test
    void theComplexityIndexIsTheSumOverScalesAndTheToleranceThatOfTheFirst() {
        double[] noise = noise(5, 2000);

        MultiscaleEntropy entropy = MultiscaleEntropy.of(noise, 2, 0.2, 3);

        double sum = 0;
        for (SampleEntropy scale : entropy.scales()) {
            sum += scale.value().orElseThrow();
            assertThat(scale.tolerance()).isEqualTo(entropy.scales().getFirst().tolerance());
        }
        assertThat(entropy.complexityIndex()).hasValue(sum);
        double[] pairs = new double[1000];
        Arrays.setAll(pairs, n -> (noise[2 * n] + noise[2 * n + 1]) / 2);
        assertThat(entropy.scales().get(1))
                .isEqualTo(SampleEntropy.within(
                        pairs, 2, entropy.scales().getFirst().tolerance()));
    }

    @Test
    void oneScaleWithoutValueLeavesNoIndex() {
        MultiscaleEntropy shortSignal = MultiscaleEntropy.of(noise(6, 60), 2, 0.2, 20);
        MultiscaleEntropy constant = MultiscaleEntropy.of(new double[500], 2, 0.2, 20);
        MultiscaleEntropy empty = MultiscaleEntropy.of(new double[0], 2, 0.2, 20);

        assertThat(shortSignal.scales()).hasSize(20);
        assertThat(shortSignal.complexityIndex()).isEmpty();
        assertThat(constant.complexityIndex()).isEmpty();
        assertThat(empty.complexityIndex()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> MultiscaleEntropy.of(noise(6, 60), 2, 0.2, 0));
    }

    private static double[] noise(long seed, int samples) {
        SeededRandom random = new SeededRandom(seed);
        double[] noise = new double[samples];
        Arrays.setAll(noise, n -> random.nextGaussian());
        return noise;
    }
}
