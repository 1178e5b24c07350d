package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.SecondQuality.Status;
import org.neuroward.signal.SamplingRate;

class SecondQualityTest {

    private static final SamplingRate RATE = new SamplingRate(256);

    @Test
    void alphaIsGoodAndItsRmsIsItsAmplitudeOverTheRootOfTwo() {
        SecondQuality quality = assess(t -> 2_000 + 30 * Math.sin(2 * Math.PI * 10 * t));

        assertThat(quality.status()).isEqualTo(Status.GOOD);
        assertThat(quality.microvoltsRms()).isCloseTo(30 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void anElectrodeThatHangsInTheAirShowsTheMains() {
        SecondQuality quality = assess(t -> 5 * Math.sin(2 * Math.PI * 10 * t)
                + 0.1 * Math.sin(2 * Math.PI * 47 * t)
                + 200 * Math.sin(2 * Math.PI * 50 * t));

        assertThat(quality.status()).isEqualTo(Status.LINE);
        assertThat(quality.lineDecibels()).isGreaterThan(10);
    }

    @Test
    void aShortCircuitIsFlat() {
        assertThat(assess(t -> 12).status()).isEqualTo(Status.FLAT);
        assertThat(assess(t -> 0.1 * Math.sin(2 * Math.PI * 10 * t)).status()).isEqualTo(Status.FLAT);
    }

    @Test
    void aHeldConverterIsClippedEvenWhereItIsAlsoFlat() {
        assertThat(assess(t -> Math.max(-3276.8, Math.min(3276.7, 9000 * Math.sin(2 * Math.PI * 3 * t))))
                        .status())
                .isEqualTo(Status.CLIPPED);
        assertThat(assess(t -> 3276.7).status()).isEqualTo(Status.CLIPPED);
    }

    @Test
    void chewingIsNoisy() {
        assertThat(assess(t -> 120 * Math.sin(2 * Math.PI * 33 * t)).status()).isEqualTo(Status.NOISY);
    }

    @Test
    void aSlowRecordingHasNoMeasurableLine() {
        double[] second = new double[100];
        for (int i = 0; i < second.length; i++) {
            second[i] = 20 * Math.sin(2 * Math.PI * 10 * i / 100.0);
        }

        SecondQuality quality = SecondQuality.assess(
                second, new SamplingRate(100), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 50);

        assertThat(quality.lineDecibels()).isZero();
        assertThat(quality.status()).isEqualTo(Status.GOOD);
    }

    private static SecondQuality assess(DoubleUnaryOperator microvoltsAt) {
        double[] second = new double[256];
        for (int i = 0; i < second.length; i++) {
            second[i] = microvoltsAt.applyAsDouble(i / 256.0);
        }
        return SecondQuality.assess(second, RATE, -3276.8, 3276.7, 50);
    }
}
