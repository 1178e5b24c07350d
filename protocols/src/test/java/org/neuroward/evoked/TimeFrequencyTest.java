package org.neuroward.evoked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;

class TimeFrequencyTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final TrialSpan SPAN = new TrialSpan(RATE, -1, 1.5);
    private static final int EVENT = 250;

    @Test
    void cyclesGrowInProportionFromThreeAtThreeHertzToEightAtThirty() {
        assertThat(TimeFrequency.usualCycles(3)).isEqualTo(3);
        assertThat(TimeFrequency.usualCycles(16.5)).isEqualTo(5.5);
        assertThat(TimeFrequency.usualCycles(30)).isEqualTo(8);
        assertThat(TimeFrequency.usualCycles(1)).isEqualTo(3);
        assertThat(TimeFrequency.usualCycles(45)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 20, 40})
    void aSineHasHalfItsSquaredAmplitudeAtItsFrequency(double hertz) {
        Trials sine = trials(t -> 10 * Math.sin(2 * Math.PI * hertz * t));
        double[] at = {hertz};

        // the conjugate frequency leaks in below 1e-3 at three cycles
        assertThat(TimeFrequency.morlet(SPAN, at).power(sine).microvoltsSquared(0, EVENT))
                .isCloseTo(50, within(0.05));
        assertThat(TimeFrequency.hann(SPAN, at).power(sine).microvoltsSquared(0, EVENT))
                .isCloseTo(50, within(0.5));
    }

    @Test
    void doubledAmplitudeIsSixDecibelsAndThreeHundredPercent() {
        Trials doubled = trials(t -> (t > 0.25 ? 20 : 10) * Math.sin(2 * Math.PI * 20 * t));
        EventPower power = TimeFrequency.morlet(SPAN, new double[] {20}).power(doubled);

        double[][] decibels = power.decibels(EventPower.BASELINE_FROM_SECONDS, EventPower.BASELINE_TO_SECONDS);
        double[][] percent = power.percent(EventPower.BASELINE_FROM_SECONDS, EventPower.BASELINE_TO_SECONDS);

        int later = EVENT + 200;
        assertThat(decibels[0][later]).isCloseTo(20 * Math.log10(2), within(1e-3));
        assertThat(percent[0][later]).isCloseTo(300, within(0.1));
        assertThat(decibels[0][EVENT - 50]).isCloseTo(0, within(1e-3));
    }

    @Test
    void alphaThatIsHalvedIsDesynchronisedByThreeQuarters() {
        Trials halved = trials(t -> (t > 0 ? 5 : 10) * Math.sin(2 * Math.PI * 10 * t));
        EventPower power = TimeFrequency.hann(SPAN, new double[] {10}).power(halved);

        assertThat(power.percent(-0.6, -0.3)[0][EVENT + 200]).isCloseTo(-75, within(0.1));
    }

    @Test
    void nothingIsKnownNearerToTheEndsThanAWaveletReaches() {
        EventPower power = TimeFrequency.morlet(SPAN, new double[] {10}, new double[] {5})
                .power(trials(t -> Math.sin(2 * Math.PI * 10 * t)));

        // three standard deviations: 3 · 5 / (2π · 10) s = 59.7 samples
        assertThat(power.microvoltsSquared(0, 59)).isNaN();
        assertThat(power.microvoltsSquared(0, 60)).isPositive();
        assertThat(power.microvoltsSquared(0, 626 - 61)).isPositive();
        assertThat(power.microvoltsSquared(0, 626 - 60)).isNaN();
    }

    @Test
    void whatHasNoPowerHasNoChangeOfIt() {
        EventPower silent = TimeFrequency.morlet(SPAN, new double[] {10}).power(trials(t -> 0));
        EventPower none =
                TimeFrequency.morlet(SPAN, new double[] {10}).power(Trials.cut(new double[0], new int[0], SPAN));

        assertThat(silent.microvoltsSquared(0, EVENT)).isZero();
        assertThat(silent.decibels(-0.4, -0.1)[0]).containsOnly(Double.NaN);
        assertThat(none.microvoltsSquared(0, EVENT)).isNaN();
        assertThat(none.percent(-0.4, -0.1)[0]).containsOnly(Double.NaN);
        assertThat(TimeFrequency.morlet(SPAN, new double[0])
                        .power(trials(t -> 1))
                        .frequencies())
                .isZero();
    }

    @Test
    void impossibleFrequenciesCyclesAndSpansAreRefused() {
        double[] ten = {10};
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.morlet(SPAN, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.hann(SPAN, new double[] {125}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.morlet(SPAN, ten, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.morlet(SPAN, ten, new double[] {26}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.morlet(SPAN, ten, new double[] {3, 4}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrequency.morlet(TrialSpan.usual(RATE), ten)
                .power(trials(t -> 1)));
    }

    private static Trials trials(DoubleUnaryOperator microvoltsAtSeconds) {
        double[] signal = new double[SPAN.samples()];
        for (int n = 0; n < signal.length; n++) {
            signal[n] = microvoltsAtSeconds.applyAsDouble(SPAN.secondsAt(n));
        }
        return Trials.cut(signal, new int[] {EVENT}, SPAN);
    }
}
