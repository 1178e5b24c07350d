package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;

class FourierTransformTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 30, 64, 97, 100, 128, 250, 256, 320, 398, 500, 512, 1000, 131, 262, 1009
            })
    void equalsTheDefinition(int length) {
        double[] samples = ReferenceFile.walk(length);
        var plan = new FourierPlan(length);
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];

        plan.newTransform().forward(samples, re, im);

        for (int k = 0; k < plan.bins(); k++) {
            double expectedRe = 0;
            double expectedIm = 0;
            for (int n = 0; n < length; n++) {
                double angle = -2 * Math.PI * ((long) k * n % length) / length;
                expectedRe += samples[n] * Math.cos(angle);
                expectedIm += samples[n] * Math.sin(angle);
            }
            // sums of up to 1000 values near 100
            assertThat(re[k]).isCloseTo(expectedRe, within(1e-8));
            assertThat(im[k]).isCloseTo(expectedIm, within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 16, 250, 512, 1024, 4096})
    void theInverseGivesTheSamplesBack(int length) {
        double[] samples = ReferenceFile.walk(length);
        var plan = new FourierPlan(length);
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        double[] back = new double[length];
        FourierTransform transform = plan.newTransform();

        transform.forward(samples, re, im);
        transform.inverse(re, im, back);

        assertThat(back).containsExactly(samples, within(1e-10));
    }
}
