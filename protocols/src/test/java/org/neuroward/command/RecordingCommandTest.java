package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingCommandTest {

    private static final Path FIXTURES = Path.of("src/test/resources/recordings");

    @TempDir
    Path folder;

    @Test
    void jsonHoldsChannelsFilesGapsAndWhatWasConcluded() throws IOException {
        Run run = Run.of(Locale.CHINESE, "recording", fixture("brainvision/paused.vhdr"), "--json");

        assertThat(run.exitCode()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("format").asText()).isEqualTo("BrainVision");
        assertThat(json.get("files").findValuesAsText("extension")).containsExactly("vhdr", "vmrk", "eeg");
        assertThat(json.get("start").asText()).isEqualTo("2024-02-29T10:11:12.123456");
        assertThat(json.get("channels").get(0).get("samples").asInt()).isEqualTo(60);
        assertThat(json.get("gaps").get(0).get("durationSeconds").asDouble()).isEqualTo(2.5);
        assertThat(json.get("notices").findValuesAsText("code"))
                .containsExactly("gaps-from-dates", "breaks-of-unknown-length");
    }

    @ParameterizedTest
    @CsvSource({
        "brainvision/float32.vhdr, BrainVision",
        "brainvision/float32.eeg, BrainVision",
        "eeglab/beside.set, EEGLAB"
    })
    void everyFormatIsShownInBothLanguages(String name, String format) {
        Run english = Run.of(Locale.ENGLISH, "recording", fixture(name));
        Run chinese = Run.of(Locale.CHINESE, "recording", fixture(name));

        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains(format, "C3", "250 Hz").doesNotContain("{0}");
        assertThat(chinese.out())
                .contains(format, "C3", "250 Hz")
                .doesNotContain("{0}")
                .isNotEqualTo(english.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void failuresAreOneSentenceWithTheWayOut(String language) throws IOException {
        Locale locale = Locale.of(language);
        Path letter = Files.writeString(folder.resolve("letter.doc"), "no recording");
        Path alone = Files.copy(Path.of(fixture("eeglab/beside.set")), folder.resolve("alone.set"));

        String chinese = language.equals("zh") ? "。" : ".";
        Run.of(locale, "recording", letter.toString()).assertFailedWithOneSentence(chinese);
        Run.of(locale, "recording", alone.toString()).assertFailedWithOneSentence(chinese);
        Run.of(locale, "recording").assertFailedWithOneSentence(chinese);
        Run.of(locale, "recording", fixture("eeglab/epoched.set")).assertFailedWithOneSentence(chinese);
        Run.of(locale, "score", "resting", fixture("eeglab/epoched.set")).assertFailedWithOneSentence(chinese);
    }

    @Test
    void ofADamagedRecordingItShowsWhatIsThereAndFails() throws IOException {
        Files.copy(Path.of(fixture("eeglab/beside.set")), folder.resolve("beside.set"));
        byte[] samples = Files.readAllBytes(Path.of(fixture("eeglab/beside.fdt")));
        Files.write(folder.resolve("beside.fdt"), Arrays.copyOf(samples, 480));

        Run run =
                Run.of(Locale.ENGLISH, "recording", folder.resolve("beside.set").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("C3", "DATA ARE MISSING");
        assertThat(run.err()).contains("truncated", "40");
    }

    @Test
    void theDigestOfAScoreIsThatOfAllFilesEndToEnd() throws Exception {
        byte[] all = new byte[0];
        for (String extension : new String[] {"vhdr", "vmrk", "eeg"}) {
            byte[] part = Files.readAllBytes(Path.of(fixture("brainvision/float32." + extension)));
            all = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, all, all.length - part.length, part.length);
        }

        Run run = Run.of(Locale.ENGLISH, "score", "resting", fixture("brainvision/float32.vhdr"), "--json");

        JsonNode input = new ObjectMapper()
                .readTree(run.out().getBytes(StandardCharsets.UTF_8))
                .get("input");
        assertThat(input.get("bytes").asLong()).isEqualTo(all.length);
        assertThat(input.get("sha256").asText())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(all)));
    }

    private static String fixture(String name) {
        return FIXTURES.resolve(name).toString();
    }
}
