package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/** Evoked potentials by {@code neuroward features}, as typed. */
class EvokedOptionsTest {

    @TempDir
    Path folder;

    /** A mechanics test: the task has squares and answers to them, no oddball, and no mastoids. */
    @Test
    void aDifferenceOfAveragesIsThatOfMnePython() throws IOException {
        JsonNode expected = ReferenceFile.read("event-difference.json");
        String file = SharedData.file(expected.get("recording").asText()).toString();
        String[] typed = {
            "features",
            file,
            "--families",
            "evoked",
            "--component",
            "difference",
            "--events",
            "first=square",
            "--events",
            "second=rt",
            "--window",
            "300-500",
            "--json"
        };

        ResultDocument document =
                ResultJson.read(Run.of(Locale.ENGLISH, typed).out().getBytes(StandardCharsets.UTF_8));

        expected.get("channels").fields().forEachRemaining(channel -> {
            Result result = find(document, "evoked.difference.mean-amplitude", channel.getKey());
            JsonNode values = channel.getValue();
            List<Result.TrialCount> trials =
                    result.data().orElseThrow().trials().orElseThrow();
            for (int e = 0; e < 2; e++) {
                assertThat(trials.get(e).clean())
                        .isEqualTo(values.get("clean").get(e).asInt());
                assertThat(trials.get(e).all())
                        .isEqualTo(values.get("all").get(e).asInt());
            }
            assertThat(result.value().orElseThrow())
                    .isCloseTo(values.get("value").asDouble(), within(1e-6));
            double error = values.get("standardisedError").asDouble();
            assertThat(result.reliability().orElseThrow().value()).isCloseTo(error, within(0.1 * error));
        });
    }

    @ParameterizedTest
    @CsvSource({"en, clean of 80, linked-mastoids needs, not known from the file", "zh, 80 个中, 乳突, 无法从文件得知"})
    void aP300WithoutMastoidsIsNotAvailableWithItsReason(String language, String trials, String reason, String timing) {
        String file = SharedData.file("resting/eeglab_data.set").toString();

        Run run = Run.of(
                Locale.of(language),
                "features",
                file,
                "--families",
                "evoked",
                "--component",
                "p300",
                "--events",
                "target=rt",
                "--events",
                "standard=square");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("evoked.p300.latency", trials, reason, timing);
        assertThat(run.out()).doesNotContain("{", "NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--component p900 | p900",
                "--component p300 | --events standard=TEXT",
                "--component p300 --events target=a --events target=b | --events standard=TEXT",
                "--component p300 --events target=a --events standard=a | --events standard=TEXT",
                "--component p300 --events target=a --events standard=b --window 300-500 | --window",
                "--component difference --events first=a --events second=b | --window",
                "--component difference --events first=a --events second=b --window 500-300 | --window",
                "--component difference --events first=a --events second=b --window 300-900 | --window",
                "--component n170 --events faces=a --maturity old | old",
                "--component n170 --events faces=a --families band-power | evoked",
                "--events target=a | --component",
                "--families evoked | --component"
            })
    void eventsThatAreNotUnderstoodAreOneSentence(String typed, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("any.edf"), "0       no header at all");
        List<String> arguments = new ArrayList<>(List.of("features", file.toString()));
        arguments.addAll(List.of(typed.split(" ")));

        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Run run = Run.of(language, arguments.toArray(String[]::new));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains(named).doesNotContain("Exception", "{");
            assertThat(run.out()).isEmpty();
        }
    }

    private static Result find(ResultDocument document, String code, String channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code)
                        && result.channel().equals(Optional.of(channel).filter(name -> !name.isEmpty())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + channel));
    }
}
