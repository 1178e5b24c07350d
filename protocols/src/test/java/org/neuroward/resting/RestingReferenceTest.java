package org.neuroward.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;
import org.neuroward.edf.EdfRecording;
import org.neuroward.preparation.Progress;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.Annotation;

/** Whole analyses of real recordings against those of {@code resting_reference.py} (SciPy, MNE-Python). */
class RestingReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "depression/H_S03_EC.edf, H_S03_EC.resting.json",
        "depression/H_S03_EC.edf, H_S03_EC.whole.resting.json",
        "depression/MDD_S18_EC.edf, MDD_S18_EC.resting.json",
        "depression/MDD_S05_EC.edf, MDD_S05_EC.resting.json",
        "depression/H_S21_EC.edf, H_S21_EC.resting.json",
        "resting/Subject00_1.edf, Subject00_1.resting.json",
        "resting/eeglab_data.edf, eeglab_data.resting.json"
    })
    void figuresAreThoseOfTheIndependentPipeline(String recording, String reference) throws IOException {
        JsonNode expected = ReferenceFile.read(reference);

        ResultDocument document = score(SharedData.file(recording), expected);

        assertThat(document.refusal()).isEmpty();
        assertThat(document.input().sha256()).isEqualTo(expected.get("sha256").asText());
        assertThat(document.channelsUsed()).isEqualTo(names(expected.get("channelsUsed")));
        assertThat(document.secondsUsed()).isEqualTo(expected.get("secondsUsed").asDouble());
        assertThat(document.conditions().getFirst().epochs())
                .isEqualTo(expected.get("epochs").asInt());
        assertQuality(document.quality(), expected.get("quality"));
        assertPowers(document, expected.get("channels"));
        assertAlpha(document, expected.get("iaf"));
        assertSpectra(document, expected.get("spectraFromHalfHertz"));
    }

    private static void assertQuality(ResultDocument.Quality quality, JsonNode expected) {
        assertThat(quality.index()).isCloseTo(expected.get("index").asDouble(), within(1e-9));
        assertThat(quality.lineFrequencyHertz())
                .isEqualTo(expected.get("lineHertz").asDouble());
        assertThat(quality.lineNoiseDecibels())
                .isCloseTo(expected.get("lineDecibels").asDouble(), within(1e-6));
        for (ResultDocument.ChannelQuality channel : quality.channels()) {
            assertThat(channel.cleanPercent())
                    .as(channel.channel())
                    .isCloseTo(
                            expected.get("cleanPercent").get(channel.channel()).asDouble(), within(1e-9));
        }
    }

    private static void assertPowers(ResultDocument document, JsonNode channels) {
        for (Iterator<Map.Entry<String, JsonNode>> it = channels.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> channel = it.next();
            for (String scale : new String[] {"absolute", "relative"}) {
                channel.getValue().get(scale).fields().forEachRemaining(band -> {
                    String code = "band-power." + band.getKey() + "." + scale;
                    Result result = find(document, code, Optional.of(channel.getKey()));
                    double value = band.getValue().asDouble();
                    assertThat(result.value().orElseThrow())
                            .as(code + " " + channel.getKey())
                            .isCloseTo(value, within(1e-6 * value));
                    assertThat(result.secondsUsed())
                            .isEqualTo(channel.getValue().get("secondsUsed").asDouble());
                });
            }
        }
    }

    private static void assertAlpha(ResultDocument document, JsonNode iaf) {
        assertThat(find(document, "iaf.peak", Optional.empty()).value().orElseThrow())
                .isCloseTo(iaf.get("peakHertz").asDouble(), within(1e-6));
        assertThat(find(document, "iaf.centre-of-gravity", Optional.empty())
                        .value()
                        .orElseThrow())
                .isCloseTo(iaf.get("centreOfGravityHertz").asDouble(), within(1e-6));
    }

    private static void assertSpectra(ResultDocument document, JsonNode expected) {
        for (ResultDocument.Spectrum spectrum : document.spectra()) {
            if (expected.has(spectrum.channel())) {
                double[] densities = ReferenceFile.doubles(expected.get(spectrum.channel()));
                assertThat(spectrum.firstHertz()).isEqualTo(0.5);
                assertThat(spectrum.values()).hasSize(densities.length);
                for (int k = 0; k < densities.length; k++) {
                    assertThat(spectrum.values().get(k)).isCloseTo(densities[k], within(1e-6 * densities[k]));
                }
            }
        }
    }

    /** A condition that covers only the beginning of the recording is marked as at the bed, any other is stated. */
    private static ResultDocument score(Path file, JsonNode expected) throws IOException {
        RestingCondition condition =
                RestingCondition.find(expected.get("condition").asText()).orElseThrow();
        try (EdfRecording recording = EdfRecording.open(file)) {
            var input = new ResultDocument.Input(
                    sha256(file), Files.size(file), recording.header().format().label());
            double blockSeconds = expected.get("blockSeconds").asDouble();
            if (blockSeconds * expected.get("rateHertz").asDouble() < recording.samples(0)) {
                var marked = new MarkedRecording(
                        recording,
                        List.of(new Annotation(
                                Duration.ZERO,
                                Optional.of(Duration.ofSeconds((long) blockSeconds)),
                                condition.annotation())));
                return RestingAnalysis.score(marked, input, RestingParameters.defaults(), Progress.NONE);
            }
            var parameters =
                    new RestingParameters(Optional.of(condition).filter(stated -> stated != RestingCondition.UNMARKED));
            return RestingAnalysis.score(recording, input, parameters, Progress.NONE);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Result find(ResultDocument document, String code, Optional<String> channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code) && result.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + channel));
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
