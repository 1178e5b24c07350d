package org.neuroward.evoked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.SamplingRate;

class EvokedWaveTest {

    private static final SamplingRate RATE = new SamplingRate(500);
    private static final TrialSpan USUAL = TrialSpan.usual(RATE);
    private static final TrialSpan EARLY = TrialSpan.early(RATE);

    @Test
    void aSpanIncludesBothItsEnds() {
        assertThat(USUAL.samples()).isEqualTo(501);
        assertThat(USUAL.secondsAt(0)).isEqualTo(-0.2);
        assertThat(USUAL.secondsAt(500)).isEqualTo(0.8);
        assertThat(EARLY.samples()).isEqualTo(301);
        // 128 Hz: -25.6 and 102.4 go to the nearest samples
        assertThat(TrialSpan.usual(new SamplingRate(128)).samples()).isEqualTo(129);
        assertThat(TrialSpan.usual(new SamplingRate(128)).secondsAt(0)).isEqualTo(-26 / 128.0);
    }

    @Test
    void theMeanOverAWindowIncludesBothItsEnds() {
        EvokedWave ramp = wave(USUAL, t -> 100 * t);

        assertThat(ramp.meanMicrovolts(0.3, 0.5)).hasValueCloseTo(40.0, within(1e-9));
        assertThat(ramp.meanMicrovolts(0.3, 0.3)).hasValueCloseTo(30.0, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> ramp.meanMicrovolts(0.3, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> ramp.meanMicrovolts(-0.3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ramp.meanMicrovolts(0.5, 0.3));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4", "0.25, 0.35", "0.125, 0.325"})
    void theAreaOfALevelIsReachedInProportionToTime(double fraction, double seconds) {
        assertThat(wave(USUAL, t -> 3).fractionalAreaLatencySeconds(0.3, 0.5, fraction, Polarity.POSITIVE))
                .hasValueCloseTo(seconds, within(1e-12));
    }

    @Test
    void halfTheAreaOfASymmetricComponentLiesAtItsMiddle() {
        EvokedWave component = wave(USUAL, t -> -8 * Math.exp(-Math.pow((t - 0.38) / 0.03, 2)));

        assertThat(component.fractionalAreaLatencySeconds(0.25, 0.51, 0.5, Polarity.NEGATIVE))
                .hasValueCloseTo(0.38, within(1e-6));
        assertThat(component.fractionalAreaLatencySeconds(0.25, 0.5, 0.5, Polarity.POSITIVE))
                .isEmpty();
    }

    @Test
    void whatPointsTheOtherWayHasNoArea() {
        // +1 up to 400 ms, then -5: half of the positive area at 350 ms, with the step's trapezoid of 1 ms
        EvokedWave step = wave(USUAL, t -> t <= 0.4 ? 1 : -5);

        assertThat(step.fractionalAreaLatencySeconds(0.3, 0.5, 0.5, Polarity.POSITIVE))
                .hasValueCloseTo(0.3505, within(1e-9));
    }

    @Test
    void aLocalPeakIsNoEdgeOfASlope() {
        EvokedWave slope = wave(USUAL, t -> 100 * t);
        EvokedWave bump = wave(USUAL, t -> 100 * t + 5 * Math.exp(-Math.pow((t - 0.32) / 0.01, 2)));

        assertThat(slope.findPeak(0.25, 0.5, Polarity.POSITIVE, 5)).isEmpty();
        assertThat(bump.findPeak(0.25, 0.5, Polarity.POSITIVE, 5).orElseThrow().latencySeconds())
                .isCloseTo(0.32, within(0.004));
        assertThat(bump.findPeak(0.35, 0.5, Polarity.POSITIVE, 5)).isEmpty();
    }

    @Test
    void oneNoisySampleIsNoPeakBesideABroadOne() {
        double[] values =
                wave(USUAL, t -> 10 * Math.exp(-Math.pow((t - 0.4) / 0.05, 2))).microvolts();
        values[150] = 6; // 100 ms, alone
        EvokedWave wave = EvokedWave.of(USUAL, values, 30);

        WavePeak peak = wave.findPeak(0.05, 0.6, Polarity.POSITIVE, 5).orElseThrow();

        assertThat(peak.latencySeconds()).isCloseTo(0.4, within(1e-12));
        assertThat(peak.amplitudeMicrovolts()).isEqualTo(10);
    }

    @Test
    void theP300IsMeasuredOnTargetMinusStandard() {
        DoubleUnaryOperator p3 = t -> 12 * Math.exp(-Math.pow((t - 0.38) / 0.04, 2));
        EvokedWave target = wave(USUAL, t -> 3 * Math.sin(20 * t) + p3.applyAsDouble(t));
        EvokedWave standard = wave(USUAL, t -> 3 * Math.sin(20 * t));

        P300 adult = P300.of(target, standard, Maturity.ADULT);
        P300 child = P300.of(target, standard, Maturity.CHILD);

        // ∫ of the Gaussian over 0.2 s: 12 · 0.04 · √π · (erf(2) + erf(3)) / 2 / 0.2, by the mean of 101 samples
        assertThat(adult.meanMicrovolts()).hasValueCloseTo(4.2349, within(0.05));
        assertThat(adult.latencySeconds()).hasValueCloseTo(0.38, within(0.0005));
        assertThat(child.latencySeconds()).hasValueCloseTo(0.38, within(0.0005));
        assertThat(child.meanMicrovolts().orElseThrow())
                .isLessThan(adult.meanMicrovolts().orElseThrow());
    }

    @Test
    void theMismatchNegativityIsTheMeanAroundItsPeak() {
        EvokedWave deviant = wave(EARLY, t -> -6 * Math.cos(2 * Math.PI * (t - 0.17) / 0.2));
        EvokedWave standard = wave(EARLY, t -> 0);

        MismatchNegativity found = MismatchNegativity.of(deviant, standard);

        assertThat(found.peak().orElseThrow().latencySeconds()).isCloseTo(0.17, within(1e-9));
        assertThat(found.peak().orElseThrow().amplitudeMicrovolts()).isCloseTo(-6, within(1e-9));
        // mean of cos over ±π/4: sin(π/4)/(π/4) = 0.9003; 25 samples instead of the integral
        assertThat(found.meanMicrovolts()).hasValueCloseTo(-6 * 0.9003, within(0.05));
        assertThat(MismatchNegativity.of(standard, standard).meanMicrovolts()).isEmpty();
    }

    @Test
    void theN170ComesAfterTheP1() {
        DoubleUnaryOperator p1 = t -> 5 * Math.exp(-Math.pow((t - 0.11) / 0.015, 2));
        EvokedWave adult = wave(EARLY, t -> p1.applyAsDouble(t) - 8 * Math.exp(-Math.pow((t - 0.165) / 0.015, 2)));
        EvokedWave late = wave(EARLY, t -> p1.applyAsDouble(t) - 8 * Math.exp(-Math.pow((t - 0.225) / 0.015, 2)));
        EvokedWave withoutP1 = wave(EARLY, t -> -8 * Math.exp(-Math.pow((t - 0.165) / 0.015, 2)));

        assertThat(N170.of(adult, Maturity.ADULT).peak().orElseThrow().latencySeconds())
                .isCloseTo(0.165, within(0.003));
        assertThat(N170.of(adult, Maturity.ADULT).p1().orElseThrow().latencySeconds())
                .isCloseTo(0.11, within(0.003));
        assertThat(N170.of(late, Maturity.ADULT).peak()).isEmpty();
        assertThat(N170.of(late, Maturity.CHILD).peak().orElseThrow().latencySeconds())
                .isCloseTo(0.225, within(0.003));
        assertThat(N170.of(withoutP1, Maturity.ADULT)).isEqualTo(new N170(Optional.empty(), Optional.empty()));
    }

    @Test
    void differencesNeedTheSameSpanAndKeepTheFewerTrials() {
        EvokedWave a = EvokedWave.of(EARLY, new double[301], 30);
        EvokedWave b = EvokedWave.of(EARLY, new double[301], 12);

        assertThat(a.minus(b).trials()).isEqualTo(12);
        assertThatIllegalArgumentException().isThrownBy(() -> a.minus(wave(USUAL, t -> 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> EvokedWave.of(EARLY, new double[300], 30));
        assertThatIllegalArgumentException().isThrownBy(() -> EvokedWave.of(EARLY, new double[301], 0));
    }

    @Test
    void whatIsNoNumberGivesNoMeasure() {
        EvokedWave nothing = wave(EARLY, t -> Double.NaN);
        EvokedWave level = wave(EARLY, t -> 4);

        assertThat(nothing.meanMicrovolts(0.1, 0.2)).isEmpty();
        assertThat(nothing.fractionalAreaLatencySeconds(0.1, 0.2, 0.5, Polarity.POSITIVE))
                .isEmpty();
        assertThat(nothing.findPeak(0.1, 0.2, Polarity.POSITIVE, 3)).isEmpty();
        assertThat(level.findPeak(0.1, 0.2, Polarity.POSITIVE, 3)).isEmpty();
        assertThat(wave(EARLY, t -> 0).fractionalAreaLatencySeconds(0.1, 0.2, 0.5, Polarity.POSITIVE))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> level.findPeak(0.1, 0.2, Polarity.POSITIVE, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level.fractionalAreaLatencySeconds(0.1, 0.2, 1, Polarity.POSITIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrialSpan(RATE, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrialSpan(RATE, 0, Double.NaN));
    }

    private static EvokedWave wave(TrialSpan span, DoubleUnaryOperator microvoltsAtSeconds) {
        double[] values = new double[span.samples()];
        for (int n = 0; n < values.length; n++) {
            values[n] = microvoltsAtSeconds.applyAsDouble(span.secondsAt(n));
        }
        return EvokedWave.of(span, values, 30);
    }
}
