package org.neuroward.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.preparation.Progress;
import org.neuroward.resting.Noise;
import org.neuroward.resting.SyntheticRecording;
import org.neuroward.scoring.Definition;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.scoring.ResultJson;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.Recording;

class FeatureAnalysisTest {

    private static final double RATE = 256;
    private static final long SEED = 20261123;

    @Test
    void everyNumberComesWithUnitDefinitionReferenceDataAndReliability() throws IOException {
        ResultDocument document = measure(SyntheticRecording.atRest(RATE, 130, 10, SEED));

        assertThat(document.refusal()).isEmpty();
        Set<String> defined = document.definitions().orElseThrow().stream()
                .map(Definition::id)
                .collect(Collectors.toSet());
        assertThat(document.results()).isNotEmpty().allSatisfy(result -> {
            assertThat(defined).contains(result.definition().orElseThrow());
            assertThat(result.unit()).isNotEmpty();
            assertThat(result.reference()).isNotEmpty();
            assertThat(result.data()).isPresent();
            assertThat(result.data().orElseThrow().shareOfRecording()).isBetween(0.0, 1.0);
            assertThat(result.reliability().isPresent())
                    .isEqualTo(result.value().isPresent());
        });
        assertThat(document.definitions().orElseThrow()).allSatisfy(definition -> {
            assertThat(definition.en()).isNotBlank();
            assertThat(definition.zh()).isNotBlank().isNotEqualTo(definition.en());
        });
    }

    @Test
    void theIntervalHoldsTheValueAndNarrowsWithMoreData() throws IOException {
        Result shorter = find(measure(SyntheticRecording.atRest(RATE, 70, 10, SEED)), "band-power.beta.absolute", "Cz");
        Result longer = find(measure(SyntheticRecording.atRest(RATE, 420, 10, SEED)), "band-power.beta.absolute", "Cz");

        for (Result result : List.of(shorter, longer)) {
            assertThat(result.value().orElseThrow())
                    .isBetween(
                            result.reliability()
                                    .orElseThrow()
                                    .interval()
                                    .orElseThrow()
                                    .low(),
                            result.reliability()
                                    .orElseThrow()
                                    .interval()
                                    .orElseThrow()
                                    .high());
        }
        // six times the data: the standard error falls to 1/√6 = 0.41, itself known to about a quarter
        assertThat(longer.reliability().orElseThrow().value())
                .isLessThan(0.7 * shorter.reliability().orElseThrow().value());
    }

    @Test
    void theSameRecordingGivesTheSameBytes() throws IOException {
        byte[] once = ResultJson.write(measure(SyntheticRecording.atRest(RATE, 130, 10, SEED)));
        byte[] again = ResultJson.write(measure(SyntheticRecording.atRest(RATE, 130, 10, SEED)));

        assertThat(again).isEqualTo(once);
        assertThat(ResultJson.write(ResultJson.read(once))).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "120, connectivity.coherence.alpha, true",
        "119, connectivity.coherence.alpha, false",
        "60, band-power.alpha.absolute, true",
        "59, band-power.alpha.absolute, false"
    })
    void theGatesHoldForTheWholeAnalysis(double seconds, String code, boolean given) throws IOException {
        ResultDocument document = measure(SyntheticRecording.of(calm(seconds), RATE));

        assertThat(document.conditions().getFirst().secondsClean()).isEqualTo(seconds);
        assertThat(document.results().stream()
                        .filter(result -> result.code().equals(code))
                        .anyMatch(result -> result.value().isPresent()))
                .isEqualTo(given);
    }

    @Test
    void asymmetryNeedsBothConditions() throws IOException {
        SyntheticRecording both = SyntheticRecording.of(calm(242), RATE)
                .mark(0, 121, "Eyes closed")
                .mark(121, 121, "Eyes open");
        SyntheticRecording one = SyntheticRecording.of(calm(242), RATE)
                .mark(0, 140, "Eyes closed")
                .mark(140, 102, "Eyes open");

        assertThat(asymmetries(measure(both))).isNotEmpty().allSatisfy(result -> assertThat(reason(result))
                .isNotEqualTo("too-little-clean-signal-of-both-conditions"));
        assertThat(asymmetries(measure(one))).isNotEmpty().allSatisfy(result -> assertThat(reason(result))
                .isEqualTo("too-little-clean-signal-of-both-conditions"));
    }

    @Test
    void moreAlphaOnTheRightIsAPositiveAsymmetryInEveryReference() throws IOException {
        Map<String, double[]> signals = withMastoids(calm(244));
        double[] alpha = Noise.rhythm((int) (244 * RATE), RATE, 10, 99);
        for (String right : List.of("Fp2", "F4", "F8", "C4", "P4", "O2")) {
            double[] signal = signals.get("EEG " + right + "-REF");
            for (int n = 0; n < signal.length; n++) {
                signal[n] += 6 * alpha[n];
            }
        }
        SyntheticRecording recording =
                SyntheticRecording.of(signals, RATE).mark(0, 122, "Eyes closed").mark(122, 122, "Eyes open");

        List<Result> frontal = asymmetries(measure(recording)).stream()
                .filter(result -> result.code().equals("asymmetry.alpha"))
                .filter(result -> result.pair().orElseThrow().equals(new Result.Pair("F3", "F4")))
                .toList();

        assertThat(frontal).extracting(Result::reference).contains("average", "linked-mastoids", "rest", "csd");
        assertThat(frontal).allSatisfy(result -> {
            assertThat(result.value())
                    .hasValueSatisfying(value -> assertThat(value).isPositive());
            assertThat(result.reliability().orElseThrow().kind()).isEqualTo("split-half");
            assertThat(result.reliability().orElseThrow().value()).isBetween(0.8, 1.0);
        });
    }

    @Test
    void aPatternThatDoesNotRepeatGivesNoAsymmetry() throws IOException {
        SyntheticRecording recording = SyntheticRecording.of(white(244), RATE)
                .mark(0, 122, "Eyes closed")
                .mark(122, 122, "Eyes open");

        assertThat(asymmetries(measure(recording)))
                .filteredOn(result -> result.code().equals("asymmetry.alpha"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(reason(result)).isEqualTo("split-half-reliability-too-low"));
    }

    @Test
    void aBadChannelTakesItsFeaturesWithIt() throws IOException {
        Map<String, double[]> signals = calm(244);
        signals.put("EEG F3-REF", new double[(int) (244 * RATE)]);
        SyntheticRecording recording =
                SyntheticRecording.of(signals, RATE).mark(0, 122, "Eyes closed").mark(122, 122, "Eyes open");

        ResultDocument document = measure(recording);

        assertThat(find(document, "band-power.alpha.absolute", "F3")
                        .unavailable()
                        .orElseThrow())
                .isEqualTo(new Result.Unavailable(
                        "channel-left-out", Optional.of(ordered("channel", "F3", "reason", "bad-flat"))));
        assertThat(asymmetries(document))
                .filteredOn(result -> result.pair().orElseThrow().first().equals("F3"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.value()).isEmpty());
        assertThat(document.results())
                .filteredOn(result -> result.code().startsWith("connectivity"))
                .noneMatch(result -> result.pair()
                        .map(pair -> pair.toString().contains("F3"))
                        .orElse(false));
    }

    @Test
    void linkedMastoidsDoNotDependOnTheRecordedReference() throws IOException {
        Map<String, double[]> signals = withMastoids(calm(70));
        Map<String, double[]> moved = new LinkedHashMap<>();
        double[] other = signals.get("EEG Cz-REF");
        signals.forEach((label, signal) -> {
            double[] shifted = signal.clone();
            for (int n = 0; n < shifted.length; n++) {
                shifted[n] -= 0.5 * other[n];
            }
            moved.put(label, shifted);
        });
        var parameters = new FeatureParameters(
                Optional.empty(), List.of(FeatureFamily.BAND_POWER), SignalReference.LINKED_MASTOIDS);

        Result first =
                find(measure(SyntheticRecording.of(signals, RATE), parameters), "band-power.alpha.absolute", "O1");
        Result second =
                find(measure(SyntheticRecording.of(moved, RATE), parameters), "band-power.alpha.absolute", "O1");

        assertThat(first.reference()).isEqualTo("linked-mastoids");
        double power = first.value().orElseThrow();
        // counts are rounded to 0.01 µV
        assertThat(second.value().orElseThrow()).isCloseTo(power, within(1e-3 * power));
    }

    @Test
    void networksAreGivenOfThirtyTwoChannelsAndNotOfFewer() throws IOException {
        Map<String, double[]> signals = manyChannels(242);
        var parameters =
                new FeatureParameters(Optional.empty(), List.of(FeatureFamily.NETWORK), SignalReference.AVERAGE);

        ResultDocument enough = measure(SyntheticRecording.of(signals, RATE), parameters);
        signals.remove("EEG Oz-REF");
        ResultDocument tooFew = measure(SyntheticRecording.of(signals, RATE), parameters);

        assertThat(enough.channelsUsed()).hasSize(32);
        assertThat(enough.results())
                .filteredOn(result -> result.code().equals("network.small-world.alpha"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.value()).isPresent();
                    assertThat(result.reliability()).isPresent();
                    assertThat(result.data().orElseThrow().epochs()).isEqualTo(120);
                });
        assertThat(enough.parameters()).containsEntry("networkSeed", 20261123L);
        assertThat(tooFew.results()).hasSize(35).allSatisfy(result -> assertThat(reason(result))
                .isEqualTo("too-few-channels"));
    }

    @Test
    void aReferenceThatWasNotRecordedIsARefusal() throws IOException {
        var parameters = new FeatureParameters(
                Optional.empty(), List.of(FeatureFamily.BAND_POWER), SignalReference.LINKED_MASTOIDS);

        ResultDocument document = measure(SyntheticRecording.atRest(RATE, 70, 10, SEED), parameters);

        assertThat(document.refusal().orElseThrow().code()).isEqualTo("reference-not-available");
        assertThat(document.results()).isEmpty();
    }

    @Test
    void aRedQualityGivesNoNumber() throws IOException {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 300, 10, SEED);
        int sign = 1;
        for (double[] signal : signals.values()) {
            sign = -sign;
            for (int n = 0; n < signal.length; n++) {
                // a jump of 200 µV in every other second, in all channels: none is worse than the others
                signal[n] += n % 512 < 16 ? 200 * sign : 0;
            }
        }

        ResultDocument document = measure(SyntheticRecording.of(signals, RATE));

        assertThat(document.quality().grade()).isEqualTo("red");
        assertThat(document.refusal().orElseThrow().code()).isEqualTo("low-signal-quality");
        assertThat(document.results()).isEmpty();
        assertThat(document.quality().channels()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NaN, bad-not-finite", "Infinity, bad-not-finite", "1e300, bad-deviation", "0, bad-flat"})
    void oneDegenerateChannelIsLeftOutAndSpoilsNoOther(double sample, String reason) throws IOException {
        Map<String, double[]> signals = calm(130);
        double[] spoilt = new double[(int) (130 * RATE)];
        for (int n = 0; n < spoilt.length; n++) {
            spoilt[n] = n % 2 == 0 ? sample : -sample;
        }
        signals.put("EEG T8-REF", spoilt);

        ResultDocument document = measure(new NumberRecording(signals, RATE));

        assertIsPlainJson(document);
        assertThat(document.channelsLeftOut()).contains(new ChannelLeftOut("EEG T8-REF", reason));
        assertThat(find(document, "band-power.alpha.absolute", "Cz").value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"constant", "all-nan", "clipped", "one-channel", "very-short", "one-sample", "all-artifact", "silent"})
    void degenerateRecordingsEndInARefusalOfPlainNumbers(String kind) throws IOException {
        ResultDocument document = measure(new NumberRecording(degenerate(kind), RATE));

        assertIsPlainJson(document);
        assertThat(document.refusal()).isPresent();
        assertThat(document.results()).isEmpty();
    }

    private static Map<String, double[]> degenerate(String kind) {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, 130, 10, SEED);
        switch (kind) {
            case "constant" -> signals.replaceAll((label, x) -> filled(x.length, 20));
            case "all-nan" -> signals.replaceAll((label, x) -> filled(x.length, Double.NaN));
            case "silent" -> signals.replaceAll((label, x) -> new double[x.length]);
            case "clipped" -> signals.replaceAll((label, x) -> clipped(x));
            case "one-channel" -> signals.keySet().retainAll(Set.of("EEG Cz-REF"));
            case "very-short" -> signals.replaceAll((label, x) -> java.util.Arrays.copyOf(x, 100));
            case "one-sample" -> signals.replaceAll((label, x) -> java.util.Arrays.copyOf(x, 1));
            case "all-artifact" -> signals.replaceAll((label, x) -> shaken(x));
            default -> throw new AssertionError(kind);
        }
        return signals;
    }

    private static double[] filled(int samples, double value) {
        double[] filled = new double[samples];
        java.util.Arrays.fill(filled, value);
        return filled;
    }

    /** At the ends of the range for most of the time. */
    private static double[] clipped(double[] signal) {
        double[] clipped = new double[signal.length];
        for (int n = 0; n < clipped.length; n++) {
            clipped[n] = signal[n] > 0 ? 100_000 : -100_000;
        }
        return clipped;
    }

    private static double[] shaken(double[] signal) {
        double[] shaken = signal.clone();
        for (int n = 0; n < shaken.length; n++) {
            shaken[n] += (n / 64) % 2 == 0 ? 0 : signal[n % 97] * 40;
        }
        return shaken;
    }

    /** At rest without a chance artifact: every second of it is clean. */
    private static Map<String, double[]> calm(double seconds) {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, seconds, 10, SEED);
        double[] steady = Noise.steadyRhythm((int) (seconds * RATE), RATE, 10, SEED);
        int k = 0;
        for (double[] signal : signals.values()) {
            for (int n = 0; n < signal.length; n++) {
                double own = 3 * Math.sin(2 * Math.PI * (2.5 + 0.7 * k) * n / RATE + k);
                signal[n] = own + (2 + 0.5 * k) * steady[n] + 0.3 * signal[n];
            }
            k++;
        }
        return signals;
    }

    /** 32 channels that share rhythms at various lags. */
    private static Map<String, double[]> manyChannels(double seconds) {
        int samples = (int) (seconds * RATE);
        double[] rhythm = Noise.rhythm(samples, RATE, 10, 5);
        double[] shared = Noise.pink(samples, 6);
        List<String> names = new ArrayList<>(Electrodes.SCREEN_19);
        names.addAll(List.of("AF3", "AF4", "FC1", "FC2", "FC5", "FC6", "CP1", "CP2", "CP5", "CP6", "POz", "PO7", "Oz"));
        Map<String, double[]> signals = new LinkedHashMap<>();
        for (String name : names) {
            double[] own = Noise.pink(samples, 300 + signals.size());
            double[] signal = new double[samples];
            for (int n = 0; n < samples; n++) {
                signal[n] = 7 * shared[n] + 3 * own[n] + 3 * rhythm[(n + signals.size()) % samples];
            }
            signals.put("EEG " + name + "-REF", signal);
        }
        return signals;
    }

    private static Map<String, double[]> white(double seconds) {
        Map<String, double[]> signals = SyntheticRecording.atRestSignals(RATE, seconds, 10, SEED);
        double[] shared = Noise.white((int) (seconds * RATE), 1);
        long[] seed = {2};
        signals.replaceAll((label, signal) -> {
            double[] own = Noise.white(signal.length, seed[0]++);
            for (int n = 0; n < own.length; n++) {
                own[n] = 6 * own[n] + 6 * shared[n];
            }
            return own;
        });
        return signals;
    }

    private static Map<String, double[]> withMastoids(Map<String, double[]> signals) {
        int samples = signals.values().iterator().next().length;
        signals.put("EEG M1-REF", scaled(Noise.pink(samples, 71), 2));
        signals.put("EEG M2-REF", scaled(Noise.pink(samples, 72), 2));
        return signals;
    }

    private static double[] scaled(double[] signal, double factor) {
        return java.util.Arrays.stream(signal).map(x -> x * factor).toArray();
    }

    private static Map<String, Object> ordered(String a, Object one, String b, Object two) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(a, one);
        facts.put(b, two);
        return facts;
    }

    private static void assertIsPlainJson(ResultDocument document) throws IOException {
        byte[] json = ResultJson.write(document);
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
        assertThat(ResultJson.write(ResultJson.read(json))).isEqualTo(json);
    }

    private static List<Result> asymmetries(ResultDocument document) {
        return document.results().stream()
                .filter(result -> result.code().startsWith("asymmetry."))
                .toList();
    }

    private static String reason(Result result) {
        return result.unavailable().map(Result.Unavailable::reason).orElse("");
    }

    private static Result find(ResultDocument document, String code, String channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code) && result.channel().equals(Optional.of(channel)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + channel));
    }

    private static ResultDocument measure(Recording recording) throws IOException {
        return measure(recording, FeatureParameters.defaults());
    }

    private static ResultDocument measure(Recording recording, FeatureParameters parameters) throws IOException {
        var input = new ResultDocument.Input("0".repeat(64), 0, "EDF+C");
        return FeatureAnalysis.measure(recording, input, parameters, Progress.NONE);
    }
}
