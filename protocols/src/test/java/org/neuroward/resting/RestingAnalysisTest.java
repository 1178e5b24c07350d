package org.neuroward.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.preparation.Progress;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;
import org.neuroward.signal.Electrodes;

class RestingAnalysisTest {

    private static final double RATE = 256;
    private static final long SEED = 20261123;

    @Test
    void aRecordingAtRestIsScoredWithAllItsNumbers() throws IOException {
        ResultDocument document = score(SyntheticRecording.atRest(RATE, 120, 10, SEED));

        assertThat(document.refusal()).isEmpty();
        assertThat(document.channelsUsed()).containsExactlyElementsOf(Electrodes.SCREEN_19);
        assertThat(document.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.name()).isEqualTo("unmarked");
            assertThat(condition.secondsRecorded()).isEqualTo(120);
        });
        assertThat(document.secondsUsed()).isGreaterThan(100);
        assertThat(document.quality().grade()).isEqualTo("green");
        assertThat(document.results()).hasSize(19 * 9 * 2 + 2);
        assertThat(value(document, "band-power.alpha.relative", "O1"))
                .isGreaterThan(value(document, "band-power.alpha.relative", "F3"));
    }

    @Test
    void relativePowersOfTheFiveBandsAddUpToOne() throws IOException {
        ResultDocument document = score(SyntheticRecording.atRest(RATE, 90, 10, SEED));

        double sum = 0;
        for (String band : List.of("delta", "theta", "alpha", "beta", "gamma")) {
            sum += value(document, "band-power." + band + ".relative", "Cz");
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void aSineOfTenMicrovoltsAddsFiftyMicrovoltsSquaredLessTheShareOfTheReference() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        Map<String, double[]> with = copy(signals);
        double[] cz = with.get("EEG Cz-REF");
        for (int n = 0; n < cz.length; n++) {
            cz[n] += 10 * Math.sin(2 * Math.PI * 20 * n / RATE);
        }

        double before = value(score(SyntheticRecording.of(signals, RATE)), "band-power.beta.absolute", "Cz");
        double after = value(score(SyntheticRecording.of(with, RATE)), "band-power.beta.absolute", "Cz");

        // 18/19 of the sine stays at its own channel; the sine and the background are not perfectly uncorrelated
        assertThat(after - before).isCloseTo(50 * Math.pow(18.0 / 19, 2), within(1.0));
    }

    @Test
    void theRecordedReferenceHasNoInfluence() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        double[] other = signals.get("EEG Cz-REF").clone();
        Map<String, double[]> moved = copy(signals);
        moved.values().forEach(signal -> {
            for (int n = 0; n < signal.length; n++) {
                signal[n] -= 0.5 * other[n];
            }
        });

        ResultDocument first = score(SyntheticRecording.of(signals, RATE));
        ResultDocument second = score(SyntheticRecording.of(moved, RATE));

        for (String channel : List.of("Fp1", "C3", "O2")) {
            double power = value(first, "band-power.alpha.absolute", channel);
            // counts are rounded to 0.01 µV
            assertThat(value(second, "band-power.alpha.absolute", channel)).isCloseTo(power, within(1e-3 * power));
        }
    }

    @Test
    void oldNamesAndTheOrderOfChannelsMakeNoDifference() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        SyntheticRecording renamed = SyntheticRecording.empty();
        List<String> labels = new ArrayList<>(signals.keySet()).reversed();
        Map<String, String> old = Map.of("T7", "T3", "T8", "T4", "P7", "T5", "P8", "T6");
        for (String label : labels) {
            String name = label.substring(4, label.length() - 4);
            renamed.channel(
                    "EEG " + old.getOrDefault(name, name).toUpperCase() + "-LE", "uV", RATE, signals.get(label));
        }

        assertThat(score(renamed).results())
                .isEqualTo(score(SyntheticRecording.of(signals, RATE)).results());
    }

    @Test
    void leftStaysLeft() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        double[] left = signals.get("EEG O1-REF");
        double[] alpha = Noise.rhythm(left.length, RATE, 10, SEED);
        for (int n = 0; n < left.length; n++) {
            left[n] += 10 * alpha[n];
        }

        ResultDocument document = score(SyntheticRecording.of(signals, RATE));

        assertThat(value(document, "band-power.alpha.absolute", "O1"))
                .isGreaterThan(1.5 * value(document, "band-power.alpha.absolute", "O2"));
    }

    @Test
    void blocksGiveTheirConditions() throws IOException {
        SyntheticRecording recording = SyntheticRecording.atRest(RATE, 250, 10, SEED)
                .mark(5, 100, "Eyes closed")
                .mark(60, -1, "cough")
                .mark(110, -1, "EYES OPEN ");

        ResultDocument document = score(recording);

        assertThat(document.conditions())
                .extracting(ResultDocument.Condition::name, ResultDocument.Condition::secondsRecorded)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("eyes-closed", 100.0),
                        org.assertj.core.groups.Tuple.tuple("eyes-open", 140.0));
        assertThat(document.results()).extracting(Result::condition).contains("eyes-closed", "eyes-open");
    }

    @Test
    void aBlockEndsWhereTheNextBegins() throws IOException {
        SyntheticRecording recording = SyntheticRecording.atRest(RATE, 200, 10, SEED)
                .mark(0, 150, "Eyes closed")
                .mark(90, 500, "Eyes open");

        assertThat(score(recording).conditions())
                .extracting(ResultDocument.Condition::secondsRecorded)
                .containsExactly(90.0, 110.0);
    }

    @Test
    void aStatedConditionNamesARecordingThatCarriesNoMarks() throws IOException {
        SyntheticRecording recording = SyntheticRecording.atRest(RATE, 90, 10, SEED);

        ResultDocument document = score(recording, new RestingParameters(Optional.of(RestingCondition.EYES_CLOSED)));

        assertThat(document.conditions())
                .extracting(ResultDocument.Condition::name)
                .containsExactly("eyes-closed");
    }

    @Test
    void tooLittleCleanSignalIsAResultWithAReason() throws IOException {
        ResultDocument document = score(SyntheticRecording.atRest(RATE, 45, 10, SEED));

        assertThat(document.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("too-little-clean-signal");
            assertThat(refusal.facts()).containsEntry("secondsRequired", 60.0).containsKey("secondsClean");
        });
        assertThat(document.results()).isEmpty();
        assertThat(document.secondsUsed()).isZero();
        assertThat(document.quality().channels()).hasSize(19);
    }

    @Test
    void aConditionThatIsTooShortLeavesTheOtherItsNumbers() throws IOException {
        SyntheticRecording recording = SyntheticRecording.atRest(RATE, 130, 10, SEED)
                .mark(0, 90, "Eyes closed")
                .mark(90, 40, "Eyes open");

        ResultDocument document = score(recording);

        assertThat(document.refusal()).isEmpty();
        assertThat(document.results())
                .filteredOn(result -> result.condition().equals("eyes-open"))
                .isNotEmpty()
                .allSatisfy(result ->
                        assertThat(result.unavailable()).hasValue(new Result.Unavailable("too-little-clean-signal")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e3})
    void aScaleThatNoBrainHasIsRefused(double factor) throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 70, 10, SEED);
        SyntheticRecording recording = SyntheticRecording.empty();
        // the values of an EEG in microvolts, under a unit that makes them a thousand times too small or too large
        signals.forEach((label, values) -> recording.channel(label, factor < 1 ? "nV" : "mV", RATE, values));

        assertThat(score(recording).refusal().orElseThrow().code()).isEqualTo("unit-implausible");
    }

    @Test
    void aUnitThatIsNoVoltageIsNotGuessed() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 70, 10, SEED);
        SyntheticRecording recording = SyntheticRecording.empty();
        signals.forEach((label, values) -> recording.channel(label, "", RATE, values));

        ResultDocument document = score(recording);

        assertThat(document.refusal().orElseThrow().code()).isEqualTo("no-eeg-channels");
        assertThat(document.channelsLeftOut()).hasSize(19).allMatch(channel -> channel.reason()
                .equals("no-voltage"));
    }

    @ParameterizedTest
    @CsvSource({"128, 45", "100, 40"})
    void aSlowRecordingIsScoredBelowFourTenthsOfItsRateAndSaysSo(double rate, double upTo) throws IOException {
        ResultDocument document = score(SyntheticRecording.atRest(rate, 100, 10, SEED));

        assertThat(document.refusal()).isEmpty();
        assertThat(document.notices())
                .filteredOn(notice -> notice.code().equals("rate-below-specification"))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.facts()).containsEntry("hertz", rate).containsEntry("upToHertz", upTo));
        assertThat(find(document, "band-power.gamma.absolute", "Cz").value().isPresent())
                .isEqualTo(upTo >= 45);
        assertThat(find(document, "band-power.beta.absolute", "Cz").value()).isPresent();
    }

    @Test
    void aRecordingBelowHundredHertzIsRefused() throws IOException {
        ResultDocument document = score(SyntheticRecording.atRest(99, 90, 10, SEED));

        assertThat(document.refusal().orElseThrow().code()).isEqualTo("rate-too-low");
    }

    @Test
    void gapsAreNeitherFilledNorBridged() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 150, 10, SEED);
        // what stands in the gap would shake every filter that reads it
        signals.values().forEach(signal -> Arrays.fill(signal, 70 * 256, 80 * 256, 60_000));
        SyntheticRecording recording = SyntheticRecording.of(signals, RATE).gap(70 * 256, 10 * 256);

        ResultDocument document = score(recording);

        assertThat(document.refusal()).isEmpty();
        assertThat(document.secondsRecorded()).isEqualTo(140);
        assertThat(document.secondsUsed()).isGreaterThan(120);
    }

    @Test
    void signalBetweenGapsThatLieTooCloseIsLeftOut() throws IOException {
        SyntheticRecording recording = SyntheticRecording.atRest(RATE, 150, 10, SEED)
                .gap(100 * 256, 256)
                .gap(105 * 256, 256);

        ResultDocument document = score(recording);

        assertThat(document.quality().topReasons())
                .extracting(ResultDocument.ReasonShare::reason)
                .contains("short-stretch");
    }

    @Test
    void aBadChannelIsLeftOutOfTheReferenceAndTheRestIsScored() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        double[] loose = signals.get("EEG F8-REF");
        double[] noise = Noise.white(loose.length, SEED);
        for (int n = 0; n < loose.length; n++) {
            loose[n] = 300 * noise[n];
        }

        ResultDocument document = score(SyntheticRecording.of(signals, RATE));

        assertThat(document.refusal()).isEmpty();
        assertThat(document.channelsUsed()).hasSize(18).doesNotContain("F8");
        assertThat(document.channelsLeftOut())
                .contains(new ResultDocument.ChannelLeftOut("EEG F8-REF", "bad-deviation"));
    }

    @Test
    void tooManyBadChannelsMakeNoAverageReference() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 90, 10, SEED);
        for (String name : List.of("F7", "F3", "F4", "F8")) {
            Arrays.fill(signals.get("EEG " + name + "-REF"), 0);
        }

        ResultDocument document = score(SyntheticRecording.of(signals, RATE));

        assertThat(document.refusal().orElseThrow().code()).isEqualTo("too-few-channels");
        assertThat(document.channelsLeftOut())
                .filteredOn(c -> c.reason().equals("bad-flat"))
                .hasSize(4);
    }

    @Test
    void theSameRecordingGivesTheSameBytes() throws IOException {
        byte[] first = ResultJson.write(score(SyntheticRecording.atRest(RATE, 90, 10, SEED)));
        byte[] second = ResultJson.write(score(SyntheticRecording.atRest(RATE, 90, 10, SEED)));

        assertThat(first).isEqualTo(second);
        assertThat(ResultJson.write(ResultJson.read(first))).isEqualTo(first);
    }

    @Test
    void progressNeverFallsAndEndsAtOne() throws IOException {
        List<Double> fractions = new ArrayList<>();

        RestingAnalysis.score(
                SyntheticRecording.atRest(RATE, 70, 10, SEED),
                input(),
                RestingParameters.defaults(),
                (fraction, stage) -> fractions.add(fraction));

        assertThat(fractions).isSorted().hasSizeGreaterThan(5).last().isEqualTo(1.0);
    }

    static ResultDocument score(SyntheticRecording recording) throws IOException {
        return score(recording, RestingParameters.defaults());
    }

    private static ResultDocument score(SyntheticRecording recording, RestingParameters parameters) throws IOException {
        return RestingAnalysis.score(recording, input(), parameters, Progress.NONE);
    }

    private static ResultDocument.Input input() {
        return new ResultDocument.Input("0".repeat(64), 1, "EDF");
    }

    private static Map<String, double[]> copy(Map<String, double[]> signals) {
        var copy = new LinkedHashMap<String, double[]>();
        signals.forEach((label, signal) -> copy.put(label, signal.clone()));
        return copy;
    }

    private static double value(ResultDocument document, String code, String channel) {
        return find(document, code, channel).value().orElseThrow();
    }

    private static Result find(ResultDocument document, String code, String channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code) && result.channel().equals(Optional.of(channel)))
                .findFirst()
                .orElseThrow();
    }
}
