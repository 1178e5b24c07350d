package org.neuroward.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.neuroward.measure.EventRecordings.RATE;
import static org.neuroward.measure.EventRecordings.add;
import static org.neuroward.measure.EventRecordings.background;
import static org.neuroward.measure.EventRecordings.meanOfBump;
import static org.neuroward.measure.EventRecordings.oddball;
import static org.neuroward.measure.EventRecordings.onset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.evoked.Maturity;
import org.neuroward.preparation.Progress;
import org.neuroward.resting.SyntheticRecording;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.Result.TrialCount;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultJson;

/** Components of known shape in recordings that {@link EventRecordings} makes. */
class EvokedPotentialsTest {

    private static final EvokedParameters P300 = new EvokedParameters(
            EvokedComponent.P300, Map.of("target", "T", "standard", "S"), Maturity.ADULT, Optional.empty());
    private static final EvokedParameters MISMATCH = new EvokedParameters(
            EvokedComponent.MISMATCH_NEGATIVITY,
            Map.of("deviant", "T", "standard", "S"),
            Maturity.ADULT,
            Optional.empty());
    private static final EvokedParameters N170 =
            new EvokedParameters(EvokedComponent.N170, Map.of("faces", "F"), Maturity.ADULT, Optional.empty());

    @Test
    void theP300HasItsAmplitudeAndLatencyAgainstLinkedMastoids() throws IOException {
        Map<String, double[]> signals = background(130);
        oddball(25, target -> {
            add(signals, "Pz", target, 0.375, 0.125, 12);
            add(signals, "M1", target, 0.375, 0.125, -2);
        });

        ResultDocument document = measure(oddball(signals, 25, 25), P300);

        // the mastoids' mean takes 1 µV from every site; the bump is symmetric and lies within 250 to 500 ms
        assertValue(document, "evoked.p300.mean-amplitude", "Pz", 13 * meanOfBump(0.375, 0.125, 0.3, 0.5), 0.05);
        assertValue(document, "evoked.p300.mean-amplitude", "P3", meanOfBump(0.375, 0.125, 0.3, 0.5), 0.05);
        assertValue(document, "evoked.p300.latency", "Pz", 375, 1);
        Result amplitude = find(document, "evoked.p300.mean-amplitude", "Pz");
        assertThat(amplitude.reference()).isEqualTo("linked-mastoids");
        assertThat(amplitude.unit()).isEqualTo("uV");
        assertThat(amplitude.data().orElseThrow().trials().orElseThrow())
                .containsExactly(new TrialCount("target", "T", 25, 25), new TrialCount("standard", "S", 25, 25));
        assertThat(amplitude.data().orElseThrow().shareOfRecording()).isBetween(0.3, 1.0);
        assertThat(amplitude.reliability().orElseThrow().kind()).isEqualTo("bootstrap-standard-error");
        assertThat(document.notices()).extracting(Notice::code).contains("stimulus-timing-not-measured");
        assertThat(document.parameters())
                .containsEntry("evokedStimulusDelay", "not-measured")
                .containsEntry("evokedSeed", 20261123L)
                .containsEntry("evokedHighpassHertz", 0.1);
    }

    @ParameterizedTest
    @CsvSource({"25, 25, true, 25", "24, 25, false, 24", "25, 24, false, 24"})
    void aP300NeedsTwentyFiveTrialsOfEachKind(int targets, int standards, boolean given, double fewest)
            throws IOException {
        Map<String, double[]> signals = background(130);
        oddball(25, target -> add(signals, "Pz", target, 0.375, 0.125, 12));

        Result result = find(measure(oddball(signals, targets, standards), P300), "evoked.p300.latency", "Pz");

        assertThat(result.value().isPresent()).isEqualTo(given);
        if (!given) {
            assertThat(result.unavailable().orElseThrow())
                    .isEqualTo(new Result.Unavailable(
                            "too-few-trials", Optional.of(ordered("trials", fewest, "trialsRequired", 25.0))));
        }
    }

    @Test
    void aTrialWithAnArtifactInARequiredChannelDoesNotCount() throws IOException {
        Map<String, double[]> signals = background(130);
        oddball(25, target -> add(signals, "Pz", target, 0.375, 0.125, 12));
        add(signals, "F3", onset(4), 0.4, 0.1, 300);

        Result result = find(measure(oddball(signals, 25, 25), P300), "evoked.p300.mean-amplitude", "Pz");

        assertThat(reason(result)).isEqualTo("too-few-trials");
        assertThat(result.data().orElseThrow().trials().orElseThrow().getFirst())
                .isEqualTo(new TrialCount("target", "T", 24, 25));
    }

    @Test
    void aTrialOverAGapDoesNotCountAndLaterEventsStayWhereTheyWere() throws IOException {
        Map<String, double[]> signals = background(140);
        oddball(26, target -> add(signals, "Pz", target, 0.375, 0.125, 12));
        SyntheticRecording recording = oddball(signals, 26, 26).gap(Math.round((onset(2 * 10) + 0.3) * RATE), 30);

        Result result = find(measure(recording, P300), "evoked.p300.latency", "Pz");

        assertThat(result.data().orElseThrow().trials().orElseThrow().getFirst())
                .isEqualTo(new TrialCount("target", "T", 25, 26));
        assertThat(result.value().orElseThrow()).isCloseTo(375, within(2.0));
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "99, 100, false"})
    void theMismatchNegativityHasItsAmplitudeAndNeedsAHundredTrials(int deviants, int standards, boolean given)
            throws IOException {
        Map<String, double[]> signals = background(430);
        oddball(100, deviant -> add(signals, "Fz", deviant, 0.172, 0.08, -5));

        ResultDocument document = measure(oddball(signals, deviants, standards), MISMATCH);

        Result result = find(document, "evoked.mmn.mean-amplitude", "Fz");
        assertThat(result.value().isPresent()).isEqualTo(given);
        if (given) {
            assertValue(document, "evoked.mmn.peak-latency", "Fz", 172, 8.1);
            assertThat(result.value().orElseThrow()).isCloseTo(-5 * meanOfBump(0.172, 0.08, 0.147, 0.197), within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({"30, true", "29, false"})
    void theN170IsTheNegativePeakAfterTheP1AndNeedsThirtyFaces(int faces, boolean given) throws IOException {
        Map<String, double[]> signals = background(110);
        for (int k = 0; k < 30; k++) {
            double onset = 6 + 3 * k;
            add(signals, "P8", onset, 0.1, 0.04, 4);
            add(signals, "P8", onset, 0.168, 0.05, -8);
        }
        SyntheticRecording recording = SyntheticRecording.of(signals, RATE);
        for (int k = 0; k < faces; k++) {
            recording.mark(6 + 3 * k, -1, "F");
        }

        ResultDocument document = measure(recording, N170);

        Result amplitude = find(document, "evoked.n170.peak-amplitude", "P8");
        assertThat(amplitude.value().isPresent()).isEqualTo(given);
        assertThat(amplitude.reference()).isEqualTo("average");
        if (given) {
            // the average reference keeps 18 of 19 parts of what one of 19 electrodes alone has
            assertValue(document, "evoked.n170.peak-amplitude", "P8", -8 * 18 / 19.0, 0.15);
            assertValue(document, "evoked.n170.peak-latency", "P8", 168, 4.1);
        } else {
            assertThat(reason(amplitude)).isEqualTo("too-few-trials");
        }
    }

    @Test
    void withoutAP1ThereIsNoN170() throws IOException {
        Map<String, double[]> signals = background(110);
        for (int k = 0; k < 30; k++) {
            add(signals, "P8", 6 + 3 * k, 0.168, 0.12, -8);
        }
        SyntheticRecording recording = SyntheticRecording.of(signals, RATE);
        for (int k = 0; k < 30; k++) {
            recording.mark(6 + 3 * k, -1, "F");
        }

        assertThat(reason(find(measure(recording, N170), "evoked.n170.peak-latency", "P8")))
                .isEqualTo("no-p1");
    }

    @ParameterizedTest
    @CsvSource({
        "M2, missing, reference-not-recorded",
        "M2, flat, reference-not-recorded",
        "Pz, missing, channel-not-recorded",
        "Pz, flat, channel-left-out"
    })
    void whatIsNotThereIsSaidAndNotReplaced(String electrode, String how, String reason) throws IOException {
        Map<String, double[]> signals = background(130);
        oddball(25, target -> add(signals, "P3", target, 0.375, 0.125, 12));
        if (how.equals("flat")) {
            signals.put("EEG " + electrode + "-REF", new double[130 * RATE]);
        } else {
            signals.remove("EEG " + electrode + "-REF");
        }

        ResultDocument document = measure(oddball(signals, 25, 25), P300);

        assertThat(reason(find(document, "evoked.p300.mean-amplitude", "Pz"))).isEqualTo(reason);
        assertThat(find(document, "evoked.p300.mean-amplitude", "P3").value().isPresent())
                .isEqualTo(electrode.equals("Pz"));
    }

    @Test
    void anEventThatNoAnnotationNamesIsSaid() throws IOException {
        SyntheticRecording recording = oddball(background(130), 0, 25);

        assertThat(find(measure(recording, P300), "evoked.p300.latency", "Pz")
                        .unavailable()
                        .orElseThrow())
                .isEqualTo(new Result.Unavailable("event-not-recorded", Optional.of(Map.of("event", "T"))));
    }

    @Test
    void aRedQualityGivesNoNumber() throws IOException {
        Map<String, double[]> signals = background(130);
        int sign = 1;
        for (double[] signal : signals.values()) {
            sign = -sign;
            for (int n = 0; n < signal.length; n++) {
                signal[n] += n % (2 * RATE) < 16 ? 200 * sign : 0;
            }
        }

        ResultDocument document = measure(oddball(signals, 25, 25), P300);

        assertThat(document.refusal().orElseThrow().code()).isEqualTo("low-signal-quality");
        assertThat(document.results()).isEmpty();
    }

    @Test
    void theSameBytesComeOutEveryTimeAndHoldNoNaN() throws IOException {
        Map<String, double[]> signals = background(130);
        oddball(25, target -> add(signals, "Pz", target, 0.375, 0.125, 12));

        byte[] once = ResultJson.write(measure(oddball(signals, 25, 25), P300));

        assertThat(ResultJson.write(measure(oddball(signals, 25, 25), P300))).isEqualTo(once);
        assertThat(ResultJson.write(ResultJson.read(once))).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void withoutEventsTheFamilyIsNotAskedFor() {
        assertThat(FeatureParameters.defaults().families()).doesNotContain(FeatureFamily.EVOKED);
    }

    @Test
    void eventsThatAComponentDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> new EvokedParameters(
                        EvokedComponent.P300, Map.of("target", "T"), Maturity.ADULT, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p300");
    }

    private static ResultDocument measure(SyntheticRecording recording, EvokedParameters evoked) throws IOException {
        var parameters = new FeatureParameters(
                Optional.empty(), List.of(FeatureFamily.EVOKED), SignalReference.AVERAGE, Optional.of(evoked));
        return FeatureAnalysis.measure(
                recording, new ResultDocument.Input("0".repeat(64), 1, "edf"), parameters, Progress.NONE);
    }

    private static void assertValue(
            ResultDocument document, String code, String channel, double expected, double tolerance) {
        Result result = find(document, code, channel);
        assertThat(result.value()).as(code + " " + result.unavailable()).isPresent();
        assertThat(result.value().orElseThrow()).as(code).isCloseTo(expected, within(tolerance));
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

    private static String reason(Result result) {
        return result.unavailable().orElseThrow().reason();
    }

    private static Map<String, Object> ordered(String a, Object one, String b, Object two) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(a, one);
        facts.put(b, two);
        return facts;
    }

    private static Result find(ResultDocument document, String code, String channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code) && result.channel().equals(Optional.of(channel)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + channel + " " + document.refusal()));
    }
}
