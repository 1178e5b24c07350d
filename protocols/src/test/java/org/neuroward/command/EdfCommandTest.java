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
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code neuroward edf}, as typed. */
class EdfCommandTest {

    @TempDir
    Path folder;

    /** Exit code and both outputs of one run. */
    @Test
    void jsonHoldsHeaderSignalsAndDigests() throws IOException {
        Path file = recording("edf/edfPlusD.edf");

        Run run = Run.of(Locale.ENGLISH, "edf", file.toString(), "--json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(json.get("format").asText()).isEqualTo("EDF+D");
        assertThat(json.get("recordCount").asInt()).isEqualTo(11);
        assertThat(json.get("header").get("recording").asText()).isEqualTo("Startdate 10-DEC-2009 X X test_generator");
        assertThat(json.get("gaps")).hasSize(5);
        assertThat(json.get("gaps").get(4).get("startSeconds").asDouble()).isEqualTo(16);
        assertThat(json.get("annotations").get(0).get("text").asText()).isEqualTo("RECORD START");
        assertThat(json.get("signals")).hasSize(11);
        JsonNode first = json.get("signals").get(0);
        assertThat(first.get("label").asText()).isEqualTo("squarewave");
        assertThat(first.get("unit").asText()).isEqualTo("uV");
        assertThat(first.get("rateHertz").asDouble()).isEqualTo(200);
        assertThat(first.get("samples").asLong()).isEqualTo(2200);
        assertThat(first.get("digitalSha256").asText()).isEqualTo(expectedDigest("edf/edfPlusD.edf"));
    }

    @Test
    void theSameFileGivesTheSameBytesInEveryLanguage() throws IOException {
        Path file = recording("edf/test_uneven_samp.edf");

        Run english = Run.of(Locale.ENGLISH, "edf", "--json", file.toString());
        Run chinese = Run.of(Locale.SIMPLIFIED_CHINESE, "edf", file.toString(), "--json");

        assertThat(english.out()).isEqualTo(chinese.out());
        assertThat(chinese.err()).containsOnlyOnce("\n").contains("共 2 条提示");
    }

    @Test
    void textForPeopleIsInTheirLanguage() throws IOException {
        Path file = recording("edf/test_uneven_samp.edf");

        assertThat(Run.of(Locale.ENGLISH, "edf", file.toString()).out())
                .contains("Signals     2", "cannot be read: 42.00.00 26.00.99.");
        assertThat(Run.of(Locale.SIMPLIFIED_CHINESE, "edf", file.toString()).out())
                .contains("信号     2", "无法读取开始日期");
    }

    @Test
    void aTruncatedFileShowsWhatIsThereAndFails() throws IOException {
        byte[] whole = Files.readAllBytes(recording("edf/test_generator.edf"));
        Path cut = Files.write(folder.resolve("cut.edf"), Arrays.copyOf(whole, whole.length / 2));

        Run run = Run.of(Locale.ENGLISH, "edf", cut.toString(), "--json");

        run.assertFailedWithOneSentence("please copy it again from its source.");
        assertThat(run.err()).contains("announces 600 data records, but only 299 are complete");
        assertThat(new ObjectMapper()
                        .readTree(run.out())
                        .get("notices")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("data-missing");
    }

    @ParameterizedTest
    @CsvSource({"236, '9999    '", "252, 99", "252, 1x", "244, 'abc     '", "184, '中'", "236, '中'", "1504, 'abc     '"})
    // 1504 is the physical minimum of the first of twelve signals: 256 + 12 * (16 + 80 + 8).
    void aSpoiltHeaderFailsWithOneSentence(int at, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(recording("edf/test_generator.edf"));
        byte[] spoil = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(spoil, 0, bytes, at, spoil.length);
        Path file = Files.write(folder.resolve("spoilt.edf"), bytes);

        Run.of(Locale.ENGLISH, "edf", file.toString(), "--json").assertFailedWithOneSentence(".");
        Run.of(Locale.SIMPLIFIED_CHINESE, "edf", file.toString()).assertFailedWithOneSentence("。");
    }

    @Test
    void aMissingFileAFolderAnEmptyFileAndATextFailWithOneSentence() throws IOException {
        String empty = Files.createFile(folder.resolve("empty.edf")).toString();
        String letter = Files.writeString(folder.resolve("letter.edf"), "Dear reader, …".repeat(100))
                .toString();

        Run.of(Locale.ENGLISH, "edf", folder.resolve("none.edf").toString())
                .assertFailedWithOneSentence("none.edf does not exist.");
        Run.of(Locale.ENGLISH, "edf", folder.toString())
                .assertFailedWithOneSentence("is a folder, but a file is needed.");
        Run.of(Locale.ENGLISH, "edf", empty)
                .assertFailedWithOneSentence("The file is empty, so it is no EDF or BDF file.");
        Run.of(Locale.ENGLISH, "edf", letter, "--json")
                .assertFailedWithOneSentence("does not begin with the mark of either format.");
        Run.of(Locale.SIMPLIFIED_CHINESE, "edf", folder.resolve("none.edf").toString())
                .assertFailedWithOneSentence("不存在。");
    }

    @Test
    void wrongUseFailsWithOneSentence() {
        Run.of(Locale.ENGLISH).assertFailedWithOneSentence(".");
        Run.of(Locale.ENGLISH, "fly").assertFailedWithOneSentence(".");
        Run.of(Locale.ENGLISH, "edf").assertFailedWithOneSentence("Use: neuroward edf FILE [--json].");
        Run.of(Locale.ENGLISH, "edf", "a", "--xml").assertFailedWithOneSentence("Use: neuroward edf FILE [--json].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN.UTF-8", "zh_TW", "zh"})
    void chineseLocalesAreAnsweredInChinese(String value) {
        assertThat(TerminalLanguage.of(Map.of("LC_ALL", value), "en")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(TerminalLanguage.of(Map.of("LANG", value), "en")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(TerminalLanguage.of(Map.of("LC_MESSAGES", value, "LANG", "en_US"), "en"))
                .isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(TerminalLanguage.of(Map.of("LC_ALL", "C.UTF-8", "LANG", value), "en"))
                .isEqualTo(Locale.ENGLISH);
    }

    private static Path recording(String name) {
        Path file = Path.of(System.getProperty("neuroward.shared", "absent"), "data", name);
        Assumptions.assumeTrue(
                Files.exists(file), "skipped: the recordings are not at hand (system property neuroward.shared)");
        return file;
    }

    private static String expectedDigest(String name) throws IOException {
        try (var json = EdfCommandTest.class.getResourceAsStream("/org/neuroward/edf/expected/digital-samples.json")) {
            for (JsonNode file : new ObjectMapper().readTree(json).get("files")) {
                if (file.get("file").asText().equals(name)) {
                    return file.get("signals").get(0).get("digitalSha256").asText();
                }
            }
        }
        throw new IllegalArgumentException("no reference for " + name);
    }
}
