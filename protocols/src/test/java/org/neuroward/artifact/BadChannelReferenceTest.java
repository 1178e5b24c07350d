package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedEeg;
import org.neuroward.ReferenceFile;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/** Criteria on real recordings, some channels spoiled, against those of {@code bad_channels_reference.py}. */
class BadChannelReferenceTest {

    private static final JsonNode REFERENCE = ReferenceFile.read("bad-channels.json");

    static Stream<JsonNode> recordings() {
        return StreamSupport.stream(REFERENCE.get("recordings").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void evidenceIsThatOfTheIndependentPipeline(JsonNode expected) throws IOException {
        RecordedEeg eeg = RecordedEeg.read(expected.get("file").asText());
        double[][] microvolts = spoiled(eeg);

        BadChannelReport report =
                new BadChannelSearch(eeg.rate(), gapless(microvolts), 0).find(eeg.names(), microvolts);

        assertScores(report, ChannelEvidence::deviationScore, expected.get("deviationScore"));
        assertScores(report, ChannelEvidence::highFrequencyScore, expected.get("highFrequencyScore"));
        assertScores(report, ChannelEvidence::isolatedShare, expected.get("isolatedShare"));
        assertScores(report, ChannelEvidence::dropoutShare, expected.get("dropoutShare"));
        assertScores(report, ChannelEvidence::excessScore, expected.get("excessScore"));
        assertThat(criteria(report, "louder")).contains(BadChannelCriterion.DEVIATION);
        assertThat(criteria(report, "backwards")).contains(BadChannelCriterion.LOW_CORRELATION);
        assertThat(criteria(report, "hissing")).contains(BadChannelCriterion.HIGH_FREQUENCY);
        assertThat(criteria(report, "held").contains(BadChannelCriterion.DROPOUT))
                .isEqualTo(eeg.names().size() > 19);
        assertThat(report.ransacSeed()).isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void ransacFindsWhatNumPyFindsWithTheSameSeed(JsonNode expected) throws IOException {
        RecordedEeg eeg = RecordedEeg.read(expected.get("file").asText());
        double[][] microvolts = spoiled(eeg);
        FirFilter highPass = FirFilter.highPass(eeg.rate(), 1);
        FirFilter lowPass = FirFilter.lowPass(eeg.rate(), 50);
        double[][] judged = Arrays.stream(microvolts)
                .map(x -> lowPass.apply(highPass.apply(x)))
                .toArray(double[][]::new);
        List<Electrode> places = eeg.names().stream()
                .map(name -> Electrodes.find(name).orElseThrow())
                .toList();
        int window = 5 * (int) Math.round(eeg.rate().hertz());

        double[] shares = new Ransac(places, REFERENCE.get("seed").asLong())
                .unpredictedShares(judged, WindowGrid.over(gapless(microvolts), window));

        // shares count windows; no correlation comes nearer to the limit than 7e-4, so rounding turns none over
        assertThat(shares).containsExactly(ReferenceFile.doubles(expected.get("unpredictedShare")), within(1e-12));
    }

    private static void assertScores(
            BadChannelReport report, ToDoubleFunction<ChannelEvidence> score, JsonNode expected) {
        double[] values = ReferenceFile.doubles(expected);
        assertThat(values).hasSameSizeAs(report.names());
        for (int c = 0; c < values.length; c++) {
            ChannelEvidence evidence = report.evidence().get(c).orElseThrow();
            assertThat(score.applyAsDouble(evidence))
                    .as(report.names().get(c))
                    .isCloseTo(values[c], within(1e-7 * Math.max(1, Math.abs(values[c]))));
        }
    }

    private static java.util.Set<BadChannelCriterion> criteria(BadChannelReport report, String kind) {
        String name = REFERENCE.get("spoiled").get(kind).asText();
        return Optional.of(report.criteria().get(report.names().indexOf(name))).orElseThrow();
    }

    private static List<Stretch> gapless(double[][] microvolts) {
        return List.of(new Stretch(0, microvolts[0].length));
    }

    /** As the script does. */
    private static double[][] spoiled(RecordedEeg eeg) {
        double[][] x = eeg.microvolts();
        int second = (int) Math.round(eeg.rate().hertz());
        double[] louder = channel(eeg, x, "louder");
        double[] backwards = channel(eeg, x, "backwards");
        double[] forwards = backwards.clone();
        double[] hissing = channel(eeg, x, "hissing");
        for (int n = 0; n < louder.length; n++) {
            louder[n] *= 8;
            backwards[n] = forwards[forwards.length - 1 - n];
            hissing[n] += n % 2 == 1 ? 40 : 0;
        }
        double[] held = channel(eeg, x, "held");
        for (int start = 0; start + second <= held.length; start += 10 * second) {
            Arrays.fill(held, start, start + second, held[start]);
        }
        return x;
    }

    private static double[] channel(RecordedEeg eeg, double[][] x, String kind) {
        return x[eeg.names().indexOf(REFERENCE.get("spoiled").get(kind).asText())];
    }
}
