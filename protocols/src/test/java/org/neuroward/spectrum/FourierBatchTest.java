package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;

class FourierBatchTest {

    private static final int LANES = 19;

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 26, 30, 49, 64, 77, 97, 100, 128, 194, 250, 256, 500,
                127, 254
            })
    void everyLaneEqualsTheDefinition(int length) {
        double[] samples = ReferenceFile.walk(length + LANES);
        FourierBatch batch = new FourierPlan(length).newBatch(LANES + 3);
        for (int n = 0; n < length; n++) {
            for (int lane = 0; lane < LANES; lane++) {
                batch.input(n)[lane] = samples[n + lane];
            }
        }

        batch.forward(LANES);

        for (int k = 0; k <= length / 2; k++) {
            for (int lane = 0; lane < LANES; lane += 6) {
                double[] expected = bin(samples, lane, length, k);
                // sums of up to 500 values near 100
                assertThat(batch.real(k)[lane]).isCloseTo(expected[0], within(1e-8));
                assertThat(batch.imaginary(k)[lane]).isCloseTo(expected[1], within(1e-8));
            }
        }
    }

    @Test
    void theBitsOfASpectrumDoNotDependOnItsLaneOrItsNeighbours() {
        double[] samples = ReferenceFile.walk(2000);
        var plan = new FourierPlan(500);
        FourierBatch alone = plan.newBatch(1);
        FourierBatch many = plan.newBatch(64);
        int[] epochs = {0, 1, 300, 700, 1001, 1500, 44};
        double[] means = {1, 2, 3, 4, 5, 6, 7};
        double[] taper = taper(500);

        many.forward(many.load(samples, epochs, 0, means, taper));
        alone.load(samples, epochs, 4, means, taper);
        alone.forward(1);

        for (int k = 0; k < plan.bins(); k++) {
            assertThat(many.real(k)[4]).isEqualTo(alone.real(k)[0]);
            assertThat(many.imaginary(k)[4]).isEqualTo(alone.imaginary(k)[0]);
        }
    }

    @Test
    void aShortTaperIsFollowedByZeros() {
        double[] samples = ReferenceFile.walk(900);
        double[] taper = taper(401);
        FourierBatch batch = new FourierPlan(512).newBatch(4);
        batch.load(samples, new int[] {7, 8}, 0, new double[] {0, 0}, taper(512));

        int lanes = batch.load(samples, new int[] {100, 499}, 0, new double[] {99, 101}, taper);
        batch.forward(lanes);

        assertThat(lanes).isEqualTo(2);
        double[] padded = new double[512];
        for (int n = 0; n < taper.length; n++) {
            padded[n] = (samples[499 + n] - 101) * taper[n];
        }
        for (int k = 0; k <= 256; k += 16) {
            assertThat(batch.real(k)[1]).isCloseTo(bin(padded, 0, 512, k)[0], within(1e-9));
            assertThat(batch.imaginary(k)[1]).isCloseTo(bin(padded, 0, 512, k)[1], within(1e-9));
        }
    }

    @Test
    void aSampleThatIsNoNumberSpoilsItsOwnLaneOnly() {
        FourierBatch batch = new FourierPlan(10).newBatch(2);
        for (int n = 0; n < 10; n++) {
            batch.input(n)[0] = n == 3 ? Double.NaN : n;
            batch.input(n)[1] = n;
        }

        batch.forward(2);

        assertThat(batch.real(0)[0]).isNaN();
        assertThat(batch.real(4)[0]).isNaN();
        assertThat(batch.real(0)[1]).isEqualTo(45);
    }

    @Test
    void lanesBeyondTheCapacityAreRefused() {
        FourierBatch batch = new FourierPlan(10).newBatch(2);

        assertThatIllegalArgumentException().isThrownBy(() -> batch.forward(3));
        assertThatIllegalArgumentException().isThrownBy(() -> batch.forward(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FourierPlan(10).newBatch(0));
    }

    private static double[] bin(double[] samples, int first, int length, int k) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < length; n++) {
            double angle = -2 * Math.PI * ((long) k * n % length) / length;
            re += samples[first + n] * Math.cos(angle);
            im += samples[first + n] * Math.sin(angle);
        }
        return new double[] {re, im};
    }

    private static double[] taper(int length) {
        double[] taper = new double[length];
        for (int n = 0; n < length; n++) {
            taper[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / length);
        }
        return taper;
    }
}
