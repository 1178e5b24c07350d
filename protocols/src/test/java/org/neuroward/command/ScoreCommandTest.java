package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.SharedData;
import org.neuroward.edf.EdfRecording;
import org.neuroward.preparation.Progress;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/** {@code neuroward score}, as typed. */
class ScoreCommandTest {

    @TempDir
    Path folder;

    @Test
    void jsonIsTheResultDocumentByteForByte() throws IOException {
        Path file = SharedData.file("depression/MDD_S13_EC.edf");

        Run run = Run.of(Locale.ENGLISH, "score", "resting", file.toString(), "--json");
        Run again = Run.of(Locale.CHINESE, "score", "--json", "resting", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(new String(ResultJson.write(score(file)), StandardCharsets.UTF_8));
        assertThat(again.out()).isEqualTo(run.out());
    }

    @Test
    void aStatedConditionStandsInTheResults() throws IOException {
        Path file = SharedData.file("depression/MDD_S13_EC.edf");

        Run run = Run.of(Locale.ENGLISH, "score", "resting", file.toString(), "--json", "--condition", "eyes-closed");

        ResultDocument document = ResultJson.read(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(document.results()).isNotEmpty().allMatch(result -> result.condition()
                .equals("eyes-closed"));
    }

    @Test
    void tooLittleSignalIsAResultAndNoFailure() throws IOException {
        Path file = SharedData.file("edf/chtypes_edf.edf");

        Run run = Run.of(Locale.ENGLISH, "score", "resting", file.toString(), "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(ResultJson.read(run.out().getBytes(StandardCharsets.UTF_8))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo("too-little-clean-signal");
    }

    @ParameterizedTest
    @CsvSource({"en, Condition", "zh, 状态"})
    void withoutJsonPeopleGetATableInTheirLanguage(String language, String word) {
        Path file = SharedData.file("depression/MDD_S13_EC.edf");

        Run run = Run.of(Locale.of(language), "score", "resting", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(word, "Fp1", "resting-eeg 1.0.1").doesNotContain("{0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "resting",
                "sleep FILE",
                "resting FILE OTHER",
                "resting FILE --xml",
                "resting FILE --condition"
            })
    void aCommandThatIsNotUnderstoodFailsWithItsUsage(String typed) {
        String[] arguments = ("score " + typed).strip().split(" ");

        Run run = Run.of(Locale.ENGLISH, arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("score resting FILE");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void failuresAreOneSentence(String language) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.edf"), "0       no header at all");
        Locale locale = Locale.of(language);

        for (Run run : List.of(
                Run.of(locale, "score", "resting", folder.resolve("missing.edf").toString()),
                Run.of(locale, "score", "resting", broken.toString(), "--json"),
                Run.of(locale, "score", "resting", broken.toString(), "--condition", "asleep"))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).doesNotContain("Exception", "\tat ", "{");
            assertThat(run.out()).isEmpty();
        }
    }

    private static ResultDocument score(Path file) throws IOException {
        try (EdfRecording recording = EdfRecording.open(file)) {
            var input = new ResultDocument.Input(
                    Digests.ofFile(file),
                    Files.size(file),
                    recording.header().format().label());
            return RestingAnalysis.score(recording, input, RestingParameters.defaults(), Progress.NONE);
        }
    }
}
