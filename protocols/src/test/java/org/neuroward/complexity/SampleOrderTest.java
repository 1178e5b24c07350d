package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SeededRandom;

class SampleOrderTest {

    @Test
    void samplesOfAllSignsAndSizesAscend() {
        double[] samples = {
            0.0, -1e300, 5e-324, Double.NEGATIVE_INFINITY, 3, -5e-324, 1e300, Double.POSITIVE_INFINITY, -3
        };

        assertThat(SampleOrder.of(samples)).containsExactly(3, 1, 8, 5, 0, 2, 4, 6, 7);
    }

    @Test
    void equalSamplesKeepTheirOrder() {
        assertThat(SampleOrder.of(new double[] {2, 1, 2, 1, 2})).containsExactly(1, 3, 0, 2, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderAndMedianAreThoseOfSorting(long seed) {
        SeededRandom random = new SeededRandom(seed);
        for (int length = 1; length < 200; length += 7) {
            double[] samples = new double[length];
            Arrays.setAll(samples, n -> Math.rint(20 * random.nextGaussian()) * StrictMath.pow(10, random.nextInt(3)));
            double[] sorted = samples.clone();
            Arrays.sort(sorted);

            assertThat(Arrays.stream(SampleOrder.of(samples)).mapToDouble(position -> samples[position]))
                    .containsExactly(Arrays.stream(sorted).boxed().toArray(Double[]::new));
            assertThat(SampleOrder.median(samples))
                    .as("seed " + seed)
                    .isEqualTo(sorted[(length - 1) / 2] / 2 + sorted[length / 2] / 2);
        }
    }
}
