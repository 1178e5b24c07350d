package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;

/** {@code neuroward spectrum}, as typed. */
class SpectrumCommandTest {

    private static final String RECORDING = "depression/H_S03_EC.edf";

    static Stream<String> recordings() {
        return StreamSupport.stream(
                        ReferenceFile.read("spectra.json").get("recordings").spliterator(), false)
                .map(recording -> recording.get("recording").asText());
    }

    /** {@code scipy.signal.welch(x, rate, "hann", 2 * rate, detrend="constant")} of {@code spectra_reference.py}. */
    @ParameterizedTest
    @MethodSource("recordings")
    void densitiesAreThoseOfSciPy(String name) throws IOException {
        JsonNode expected = StreamSupport.stream(
                        ReferenceFile.read("spectra.json").get("recordings").spliterator(), false)
                .filter(recording -> recording.get("recording").asText().equals(name))
                .findFirst()
                .orElseThrow();
        double[] picked = ReferenceFile.doubles(expected.get("resting").get("density"));

        JsonNode json = json(name, expected.get("label").asText(), "20", "110");

        double[] density = ReferenceFile.doubles(json.get("density"));
        assertThat(json.get("stepHertz").asDouble()).isEqualTo(0.5);
        assertThat(density).hasSize((int) Math.round(expected.get("rateHertz").asDouble()) + 1);
        assertThat(json.get("estimator").get("epochs").asInt()).isEqualTo(89);
        for (int i = 1; i < picked.length; i++) {
            double value = i == picked.length - 1 ? density[density.length - 1] : density[3 * i];
            assertThat(value).isCloseTo(picked[i], within(1e-9 * picked[i]));
        }
    }

    @Test
    void jsonSaysWhatWasMeasuredAndHow() throws IOException {
        JsonNode json = json(RECORDING, "EEG T3-LE", "20.5", "31");

        assertThat(json.get("schema").asText()).isEqualTo("neuroward-spectrum-1");
        assertThat(json.get("unit").asText()).isEqualTo("uV2/Hz");
        assertThat(json.get("firstHertz").asDouble()).isZero();
        assertThat(json.at("/input/sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(json.at("/channel/electrode").asText()).isEqualTo("T7");
        assertThat(json.at("/channel/reference").asText()).isEqualTo("LE");
        assertThat(json.at("/channel/calibration/microvoltsPerCount").asDouble())
                .isPositive();
        assertThat(json.at("/stretch/firstSample").asInt()).isEqualTo(5248);
        assertThat(json.at("/stretch/samples").asInt()).isEqualTo(2688);
        assertThat(json.at("/estimator/epochs").asInt()).isEqualTo(9);
        assertThat(json.at("/estimator/secondsUsed").asDouble()).isEqualTo(10);
        assertThat(json.at("/software/version").asText()).isNotEmpty();
    }

    @Test
    void theSameStretchGivesTheSameBytesInEveryLanguageAndOrder() {
        String file = SharedData.file(RECORDING).toString();

        Run english = Run.of(
                Locale.ENGLISH, "spectrum", file, "--channel", "EEG O1-LE", "--from", "0", "--to", "4", "--json");
        Run chinese = Run.of(Locale.CHINESE, "spectrum", "--json", "--to", "4", "--from", "0", "--channel", "#5", file);

        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).isEqualTo(chinese.out()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"T3", "t7", "EEG T3", "eeg t3-le", "EEG T3-LE", "#7"})
    void aChannelIsFoundByLabelElectrodeOrNumber(String name) throws IOException {
        assertThat(json(RECORDING, name, "0", "4").at("/channel/label").asText())
                .isEqualTo("EEG T3-LE");
    }

    @Test
    void aLongStretchIsTheMeanOverAllItsEpochs() throws IOException {
        // 296 s hold more epochs than are read at a time; their mean is that of its parts, weighted by their epochs
        double[] whole = ReferenceFile.doubles(json(RECORDING, "Pz", "0", "296").get("density"));
        double[] first = ReferenceFile.doubles(json(RECORDING, "Pz", "0", "100").get("density"));
        double[] rest = ReferenceFile.doubles(json(RECORDING, "Pz", "99", "296").get("density"));

        for (int k = 1; k < whole.length; k++) {
            double expected = (99 * first[k] + 196 * rest[k]) / 295;
            assertThat(whole[k]).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, reference as recorded: LE", "zh, 记录时的参考：LE"})
    void textForPeopleIsInTheirLanguage(String language, String words) {
        Run run = run(Locale.of(language), RECORDING, "O1", "0", "4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(words, "   10.0000  ").doesNotContain("{");
        assertThat(run.out().lines()).hasSize(7 + 257);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depression/H_S03_EC.edf | Oz | 0 | 4 | en | There is no channel \"Oz\"; the recording has #1 EEG Fp1-LE",
                "depression/H_S03_EC.edf | #99 | 0 | 4 | en | There is no channel #99; the recording has 22.",
                "depression/H_S03_EC.edf | O1 | 0 | 301.5 | en | The stretch leaves the recording, which lasts 301.0 s.",
                "depression/H_S03_EC.edf | O1 | 3 | 4.5 | en | it holds 384 samples, and an epoch of 2 s has 512.",
                "depression/H_S03_EC.edf | O1 | 4 | 4 | en | The stretch must end after it begins, and not go from 4.0 s to 4.0 s.",
                "depression/H_S03_EC.edf | O1 | -1 | 4 | en | for example 12.5, and not -1.",
                "depression/H_S03_EC.edf | O1 | NaN | 4 | en | for example 12.5, and not NaN.",
                "depression/H_S03_EC.edf | O1 | 0 | 4s | zh | 例如 12.5，而不是 4s。",
                "depression/H_S03_EC.edf | Oz | 0 | 4 | zh | 没有通道“Oz”",
                "edf/edfPlusD.edf | squarewave | 0 | 4 | en | The stretch touches a gap: from 1.0 s to 2.0 s nothing was recorded.",
                "edf/edfPlusD.edf | squarewave | 0 | 4 | zh | 片段碰到间断",
                "edf/short_psg.edf | Temp rectal | 0 | 4 | en | is measured in \"DegC\", which is no voltage",
            })
    void whatCannotBeDoneIsSaidInOneSentence(
            String recording, String channel, String from, String to, String language, String words) {
        Run run = run(Locale.of(language), recording, channel, from, to);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(words).doesNotContain("{", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"--from 0 --to 4", "--channel O1 --to 4", "--channel O1 --from 0", "--channel O1 --from 0 --to 4 --more"
    })
    void whatIsMissingOrUnknownBringsTheUsage(String options) {
        String[] words = ("spectrum " + SharedData.file(RECORDING) + " " + options).split(" ");

        Run.of(Locale.ENGLISH, words)
                .assertFailedWithOneSentence(
                        "Use: neuroward spectrum FILE --channel NAME --from SECONDS --to SECONDS [--json].");
    }

    private static JsonNode json(String recording, String channel, String from, String to) throws IOException {
        Run run = Run.of(
                Locale.ENGLISH,
                "spectrum",
                SharedData.file(recording).toString(),
                "--channel",
                channel,
                "--from",
                from,
                "--to",
                to,
                "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static Run run(Locale locale, String recording, String channel, String from, String to) {
        return Run.of(
                locale,
                "spectrum",
                SharedData.file(recording).toString(),
                "--channel",
                channel,
                "--from",
                from,
                "--to",
                to);
    }
}
