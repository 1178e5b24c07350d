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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/** {@code neuroward features}, as typed. */
class FeaturesCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "depression/H_S03_EC.edf, H_S03_EC.whole.resting.json",
        "depression/MDD_S05_EC.edf, MDD_S05_EC.resting.json",
        "resting/Subject00_1.edf, Subject00_1.resting.json"
    })
    void bandPowersAndAlphaFrequencyAreThoseOfTheIndependentPipeline(String recording, String reference)
            throws IOException {
        JsonNode expected = ReferenceFile.read(reference);
        List<String> typed =
                new ArrayList<>(List.of("features", SharedData.file(recording).toString(), "--json"));
        typed.addAll(List.of("--families", "alpha-frequency,band-power"));
        String condition = expected.get("condition").asText();
        if (!condition.equals("unmarked")) {
            typed.addAll(List.of("--condition", condition));
        }

        Run run = Run.of(Locale.ENGLISH, typed.toArray(String[]::new));

        ResultDocument document = ResultJson.read(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(document.input().sha256()).isEqualTo(expected.get("sha256").asText());
        expected.get("channels").fields().forEachRemaining(channel -> channel.getValue()
                .get("absolute")
                .fields()
                .forEachRemaining(band -> {
                    double power = band.getValue().asDouble();
                    Result result = find(document, "band-power." + band.getKey() + ".absolute", channel.getKey());
                    assertThat(result.value().orElseThrow()).isCloseTo(power, within(1e-6 * power));
                }));
        assertThat(find(document, "iaf.peak", "").value().orElseThrow())
                .isCloseTo(expected.get("iaf").get("peakHertz").asDouble(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"depression/H_S03_EC.edf, 0", "depression/MDD_S05_EC.edf, 1", "resting/Subject00_1.edf, 2"})
    void connectivityAndEntropyAreThoseOfTheIndependentPipeline(String recording, int number) throws IOException {
        JsonNode expected =
                ReferenceFile.read("features.json").get("recordings").get(number);
        List<String> typed =
                new ArrayList<>(List.of("features", SharedData.file(recording).toString(), "--json"));
        typed.addAll(List.of("--families", "connectivity,complexity"));
        String condition = expected.get("condition").asText();
        if (!condition.equals("unmarked")) {
            typed.addAll(List.of("--condition", condition));
        }

        Run run = Run.of(Locale.ENGLISH, typed.toArray(String[]::new));

        ResultDocument document = ResultJson.read(run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(document.input().sha256()).isEqualTo(expected.get("sha256").asText());
        expected.get("connectivity").fields().forEachRemaining(pair -> pair.getValue()
                .fields()
                .forEachRemaining(measure -> measure.getValue().fields().forEachRemaining(band -> {
                    String code = "connectivity." + measure.getKey() + "." + band.getKey();
                    String[] names = pair.getKey().split(" ");
                    Result result = find(document, code, new Result.Pair(names[0], names[1]));
                    assertThat(result.value().orElseThrow())
                            .as(code + " " + pair.getKey())
                            .isCloseTo(band.getValue().asDouble(), within(1e-6));
                })));
        expected.get("sampleEntropy").fields().forEachRemaining(channel -> {
            Optional<Double> value = find(document, "complexity.sample-entropy", channel.getKey())
                    .value();
            assertThat(value.isPresent()).isEqualTo(!channel.getValue().isNull());
            value.ifPresent(
                    entropy -> assertThat(entropy).isCloseTo(channel.getValue().asDouble(), within(1e-3 * entropy)));
        });
    }

    @Test
    void theSameBytesComeOutEveryTimeAndInEveryLanguage() {
        String file = SharedData.file("depression/MDD_S13_EC.edf").toString();

        Run run = Run.of(Locale.ENGLISH, "features", file, "--json");
        Run again = Run.of(Locale.CHINESE, "features", "--json", file);

        assertThat(run.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(run.out()).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @CsvSource({"en, Condition, are needed in each", "zh, 状态, 每种状态至少需要"})
    void withoutJsonPeopleGetTablesAndReasonsInTheirLanguage(String language, String word, String reason) {
        String file = SharedData.file("depression/MDD_S13_EC.edf").toString();

        Run run = Run.of(Locale.of(language), "features", file, "--condition", "eyes-closed");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(word, "alpha.absolute", "iaf.peak", reason);
        assertThat(run.out()).doesNotContain("{", "NaN");
        assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.matches("\\d+ %"));
    }

    /** The codes are read from the sources: a new one without its sentence fails here and not at a user's terminal. */
    @Test
    void everyReasonHasASentenceInBothLanguages() throws IOException {
        Set<String> reasons = new TreeSet<>();
        Pattern code = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
        Pattern places = Pattern.compile(
                "(?:NotAvailable|CLEAN_SECONDS|CONDITION|EPOCHS|SEGMENTS|TRIALS)\\(|reason =|withoutP1 \\?");
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/neuroward/measure"))) {
            for (Path source : sources.toList()) {
                String text = Files.readString(source);
                places.matcher(text)
                        .results()
                        .map(place -> text.substring(place.end(), text.indexOf(';', place.end())))
                        .flatMap(statement -> code.matcher(statement).results())
                        .forEach(found -> reasons.add(found.group(1)));
            }
        }
        assertThat(reasons)
                .contains(
                        "no-alpha-peak",
                        "channel-left-out",
                        "too-few-epochs",
                        "too-few-trials",
                        "no-p1",
                        "too-little-clean-signal");
        for (String reason : reasons) {
            String english = Messages.of(Locale.ENGLISH).text("reason." + reason);
            String chinese = Messages.of(Locale.CHINESE).text("reason." + reason);
            assertThat(chinese).as(reason).isNotBlank().isNotEqualTo(english);
            assertThat(slots(chinese)).as(reason).isEqualTo(slots(english));
        }
    }

    private static Set<String> slots(String text) {
        return Pattern.compile("\\{[a-zA-Z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FILE OTHER",
                "FILE --xml",
                "FILE --condition",
                "FILE --families",
                "--json",
                "FILE --reference"
            })
    void aCommandThatIsNotUnderstoodFailsWithItsUsage(String typed) {
        String[] arguments = ("features " + typed).strip().split(" ");

        Run run = Run.of(Locale.ENGLISH, arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("features FILE");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, --condition, asleep, asleep",
        "zh, --condition, asleep, asleep",
        "en, --families, 'band-power,charm', charm",
        "zh, --families, 'band-power,', band-power",
        "en, --reference, ground, ground",
        "zh, --reference, csd, csd"
    })
    void anUnknownWordIsNamedInOneSentence(String language, String option, String value, String named)
            throws IOException {
        Path file = Files.writeString(folder.resolve("any.edf"), "0       no header at all");

        Run run = Run.of(Locale.of(language), "features", file.toString(), option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(named).doesNotContain("Exception", "{");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFileThatIsNoRecordingIsOneSentence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.edf"), "0       no header at all");

        for (String language : List.of("en", "zh")) {
            Run run = Run.of(Locale.of(language), "features", broken.toString(), "--json");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).doesNotContain("Exception", "\tat ", "{");
            assertThat(run.out()).isEmpty();
        }
    }

    private static Result find(ResultDocument document, String code, Result.Pair pair) {
        return document.results().stream()
                .filter(result -> result.code().equals(code) && result.pair().equals(Optional.of(pair)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + pair));
    }

    private static Result find(ResultDocument document, String code, String channel) {
        return document.results().stream()
                .filter(result -> result.code().equals(code)
                        && result.channel().equals(Optional.of(channel).filter(name -> !name.isEmpty())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + code + " " + channel));
    }
}
