package org.neuroward.evoked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

class TrialsTest {

    private static final SamplingRate RATE = new SamplingRate(100);
    private static final TrialSpan SPAN = new TrialSpan(RATE, -0.2, 0.5);

    @Test
    void averagesAreMeansOfTheBaselineCorrectedTrials() {
        double[] signal = new double[400];
        for (int n = 0; n < 400; n++) {
            signal[n] = n < 200 ? 10 : 50;
        }
        signal[110] += 4;
        signal[310] += 8;

        Trials trials = Trials.cut(signal, new int[] {100, 300}, SPAN).minusBaseline();

        EvokedWave average = trials.average().orElseThrow();
        assertThat(trials.count()).isEqualTo(2);
        assertThat(average.trials()).isEqualTo(2);
        assertThat(average.microvolts()[30]).isEqualTo(6);
        assertThat(average.meanMicrovolts(-0.2, 0.09)).hasValue(0);
    }

    @Test
    void eventsWhoseTrialsCannotBeUsedAreRefused() {
        double[][] channels = new double[2][1000];
        channels[0][530] = 120;
        channels[1][730] = Double.NaN;
        boolean[] flags = new boolean[1000];
        flags[230] = true;

        TrialSelection selection = TrialSelection.of(SPAN)
                .upToPeakToPeak(100)
                .withoutFlagged(flags)
                .withoutBreaks(new int[] {400, 880});

        // too early, free, flagged, over a break at 400, from 400 on, too large, free, not a number, up to 880, too
        // late
        int[] events = {19, 100, 200, 410, 420, 500, 600, 700, 829, 960};
        assertThat(selection.accepted(channels, events)).containsExactly(100, 420, 600, 829);
        assertThat(selection.accepted(new double[0][], events)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialSelection.of(SPAN).upToPeakToPeak(0));
    }

    @Test
    void aTrialBeyondTheSignalIsNoTrial() {
        assertThatIllegalArgumentException().isThrownBy(() -> Trials.cut(new double[100], new int[] {19}, SPAN));
        assertThatIllegalArgumentException().isThrownBy(() -> Trials.cut(new double[100], new int[] {50}, SPAN));
        assertThat(Trials.cut(new double[100], new int[] {20, 49}, SPAN).count())
                .isEqualTo(2);
        assertThat(Trials.cut(new double[0], new int[0], SPAN).average()).isEmpty();
    }

    @Test
    void eventsComeFromAnnotationsOfTheirText() {
        List<Annotation> annotations = List.of(
                new Annotation(Duration.ofMillis(1004), Optional.empty(), "target"),
                new Annotation(Duration.ofMillis(1500), Optional.empty(), "standard"),
                new Annotation(Duration.ofMillis(-200), Optional.empty(), "target"),
                new Annotation(Duration.ofMillis(2996), Optional.of(Duration.ofSeconds(1)), "target"));

        assertThat(StimulusEvents.of(annotations, "target", RATE)).containsExactly(100, 300);
        assertThat(StimulusEvents.of(annotations, "none", RATE)).isEmpty();
    }

    @Test
    void stimulusTimingMovesEventsAndLimitsJitter() {
        StimulusTiming steady = StimulusTiming.of(new double[] {0.048, 0.050, 0.052});
        StimulusTiming jittery = StimulusTiming.of(new double[] {0.040, 0.060});

        assertThat(steady.corrected(new int[] {100, 200}, RATE)).containsExactly(105, 205);
        assertThat(steady.deviationSeconds()).hasValueCloseTo(0.002, within(1e-12));
        assertThat(steady.isAcceptable()).isTrue();
        assertThat(jittery.isAcceptable()).isFalse();
        assertThat(StimulusTiming.of(new double[] {0.05}).isAcceptable()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> StimulusTiming.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> StimulusTiming.of(new double[] {Double.NaN}));
    }

    @Test
    void theErrorOfAMeanAmplitudeIsItsDeviationOverTheRootOfTrials() {
        // trial means 1, 2, 3, 4: deviation √(5/3), error √(5/12)
        double[] signal = new double[400];
        for (int n = 0; n < 400; n++) {
            signal[n] = 1 + n / 100;
        }
        Trials trials = Trials.cut(signal, new int[] {20, 120, 220, 320}, SPAN);

        assertThat(StandardisedError.ofMeanAmplitude(trials, 0.1, 0.4))
                .hasValueCloseTo(Math.sqrt(5 / 12.0), within(1e-12));
        assertThat(StandardisedError.ofMeanAmplitude(Trials.cut(signal, new int[] {20}, SPAN), 0.1, 0.4))
                .isEmpty();
        assertThat(StandardisedError.ofDifference(3, 4)).isEqualTo(5);
        assertThat(StandardisedError.isAcceptable(1, 4)).isTrue();
        assertThat(StandardisedError.isAcceptable(1.01, 4)).isFalse();
        assertThat(StandardisedError.isAcceptable(Double.NaN, 4)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theBootstrapOfADifferenceAgreesWithBothErrors(long seed) {
        Trials a = noise(60, seed);
        Trials b = noise(40, seed + 100);
        double expected = StandardisedError.ofDifference(
                StandardisedError.ofMeanAmplitude(a, 0.1, 0.3).orElseThrow(),
                StandardisedError.ofMeanAmplitude(b, 0.1, 0.3).orElseThrow());

        OptionalDouble error = StandardisedError.bootstrap(
                List.of(a, b), waves -> waves.get(0).minus(waves.get(1)).meanMicrovolts(0.1, 0.3), 1500, seed);

        // √((n-1)/n) and chance, 1/√(2 x 1500)
        assertThat(error).hasValueCloseTo(expected, within(0.09 * expected));
        assertThat(StandardisedError.bootstrap(
                        List.of(a, b), waves -> waves.get(0).minus(waves.get(1)).meanMicrovolts(0.1, 0.3), 1500, seed))
                .isEqualTo(error);
    }

    @Test
    void aBootstrapOfWhatCannotBeMeasuredIsEmpty() {
        Trials trials = noise(10, 7);

        assertThat(StandardisedError.bootstrap(List.of(trials), waves -> OptionalDouble.empty(), 200, 1))
                .isEmpty();
        assertThat(StandardisedError.bootstrap(
                        List.of(noise(1, 8)), waves -> waves.getFirst().meanMicrovolts(0, 0.1), 200, 1))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardisedError.bootstrap(List.of(trials), waves -> OptionalDouble.of(1), 99, 1));
    }

    private static Trials noise(int count, long seed) {
        var random = new SeededRandom(seed);
        double[] signal = new double[count * 71];
        int[] events = new int[count];
        for (int t = 0; t < count; t++) {
            double offset = random.nextGaussian();
            for (int n = 0; n < 71; n++) {
                signal[71 * t + n] = 5 * offset + random.nextGaussian();
            }
            events[t] = 71 * t + 20;
        }
        return Trials.cut(signal, events, SPAN);
    }
}
