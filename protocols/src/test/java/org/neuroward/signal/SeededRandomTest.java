package org.neuroward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    @Test
    void seedZeroGivesThePublishedSequence() {
        // xoshiro256++ over SplitMix64 from 0: as in the published C code and in Rust's rand_xoshiro (seed_from_u64(0))
        SeededRandom random = new SeededRandom(0);

        assertThat(random.nextLong()).isEqualTo(0x53175d61490b23dfL);
        assertThat(random.nextLong()).isEqualTo(0x61da6f3dc380d507L);
        assertThat(random.nextLong()).isEqualTo(0x5c0fdf91ec9a7bfcL);
        assertThat(random.nextLong()).isEqualTo(0x02eebf8c3bbe5e1aL);
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherIndexOthers() {
        assertThat(SeededRandom.of(7, 3).nextLong())
                .isEqualTo(SeededRandom.of(7, 3).nextLong());
        assertThat(SeededRandom.of(7, 3).nextLong())
                .isNotEqualTo(SeededRandom.of(7, 4).nextLong());
        assertThat(SeededRandom.of(7, 3).nextLong())
                .isNotEqualTo(SeededRandom.of(3, 7).nextLong());
    }

    @Test
    void integersFillTheirRangeEvenly() {
        SeededRandom random = new SeededRandom(1);
        int[] seen = new int[7];

        for (int i = 0; i < 70_000; i++) {
            seen[random.nextInt(7)]++;
        }

        // five standard deviations of a binomial count
        for (int count : seen) {
            assertThat(count).isCloseTo(10_000, within(463));
        }
    }

    @Test
    void normalNumbersHaveTheirMoments() {
        SeededRandom random = new SeededRandom(2);
        double mean = 0;
        double square = 0;
        double fourth = 0;
        int n = 100_000;

        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            mean += x / n;
            square += x * x / n;
            fourth += x * x * x * x / n;
        }

        // five standard errors: 1, √2 and √96, over √n
        assertThat(mean).isCloseTo(0, within(0.016));
        assertThat(square).isCloseTo(1, within(0.023));
        assertThat(fourth).isCloseTo(3, within(0.155));
    }

    @Test
    void shufflingKeepsTheValuesAndGivesEachOrderItsTurn() {
        SeededRandom random = new SeededRandom(3);
        int[] seen = new int[6];

        for (int i = 0; i < 12_000; i++) {
            int[] values = {0, 1, 2};
            random.shuffle(values);
            assertThat(values).containsExactlyInAnyOrder(0, 1, 2);
            seen[2 * values[0] + (values[1] < values[2] ? 0 : 1)]++;
        }

        assertThat(IntStream.of(seen)).allSatisfy(count -> assertThat(count).isCloseTo(2_000, within(205)));
        assertThat(Arrays.stream(seen).sum()).isEqualTo(12_000);
    }

    @Test
    void aBoundOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeededRandom(0).nextInt(0));
    }
}
