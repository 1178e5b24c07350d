package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.RecordedEeg;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

class HeartbeatTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final int SAMPLES = 60 * 250;
    private static final List<Stretch> GAPLESS = List.of(new Stretch(0, SAMPLES));
    private static final HeartbeatSearch SEARCH = new HeartbeatSearch(RATE, GAPLESS);

    @Test
    void everyBeatOfAnEcgIsFoundAtItsPeak() {
        double[] ecg = add(noise(1, 20), beats(800));

        int[] found = SEARCH.inEcg(ecg).orElseThrow().beats();

        assertThat(found).hasSize(beatPositions().length);
        for (int b = 0; b < found.length; b++) {
            // noise moves a peak by a sample or two
            assertThat((double) found[b]).isCloseTo(beatPositions()[b], within(3.0));
        }
    }

    @Test
    void theBeatsOfARealEcgAreThoseOfSciPy() throws IOException {
        JsonNode expected = ReferenceFile.read("heartbeats.json");
        try (Recording recording =
                EdfRecording.open(SharedData.file(expected.get("file").asText()))) {
            int channel = 0;
            while (!recording
                    .channels()
                    .get(channel)
                    .label()
                    .equals(expected.get("channel").asText())) {
                channel++;
            }
            double[] ecg = new double[(int) recording.samples(channel)];
            recording.microvolts(channel, 0, ecg);

            int[] found = new HeartbeatSearch(
                            recording.channels().get(channel).rate(), List.of(new Stretch(0, ecg.length)))
                    .inEcg(ecg)
                    .orElseThrow()
                    .beats();

            assertThat(Arrays.stream(found).asDoubleStream().toArray())
                    .containsExactly(ReferenceFile.doubles(expected.get("beats")));
        }
    }

    @Test
    void aChannelShowsTheHeartToTheDegreeThatItIsMixedIn() {
        Heartbeat heartbeat = SEARCH.inEcg(add(noise(1, 20), beats(800))).orElseThrow();
        double[] clean = noise(2, 10);
        double[] mixed = add(noise(3, 10), beats(40));

        // the mean beat of pure noise explains 1/75 of a fraction of the samples
        assertThat(heartbeat.correlation(clean)).isLessThan(0.15);
        assertThat(heartbeat.correlation(mixed)).isGreaterThan(0.5);
    }

    @Test
    void windowsOfAChannelThatShowsTheHeartAreFlaggedAndNoOthers() {
        Heartbeat heartbeat = SEARCH.inEcg(add(noise(1, 20), beats(800))).orElseThrow();
        WindowGrid grid = WindowGrid.over(GAPLESS, 250);
        double[][] signals = {noise(2, 10), add(noise(3, 10), beats(40))};
        List<WindowFacts> facts = Arrays.stream(signals)
                .map(x -> WindowFacts.of(x, grid, RATE, -1e6, 1e6))
                .toList();

        ArtifactFlags flags = new ArtifactDetection(RATE, grid, new StretchFilter(GAPLESS))
                .withHeartbeat(heartbeat)
                .detect(List.of("C3", "T7"), signals, facts, 250);

        assertThat(flags.shares(List.of(0))).noneMatch(share -> share.kind() == ArtifactKind.HEARTBEAT);
        assertThat(flags.shares(List.of(1)))
                .anyMatch(share -> share.kind() == ArtifactKind.HEARTBEAT && share.share() > 0.9);
    }

    @Test
    void withoutAnEcgOnlyAPlainHeartIsFoundInTheEeg() {
        double[] plain = add(noise(4, 5), beats(120));
        double[] faint = add(noise(5, 20), beats(20));

        assertThat(SEARCH.inEeg(new double[][] {noise(2, 10), plain})).isPresent();
        assertThat(SEARCH.inEeg(new double[][] {noise(2, 10), faint})).isEmpty();
    }

    @Test
    void brainRhythmsAreNoHearts() throws IOException {
        for (String file : List.of("depression/H_S03_EC.edf", "depression/MDD_S05_EC.edf", "resting/eeglab_data.edf")) {
            RecordedEeg eeg = RecordedEeg.read(file);
            double[][] x = eeg.microvolts();

            assertThat(new HeartbeatSearch(eeg.rate(), List.of(new Stretch(0, x[0].length))).inEeg(x))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void whatHasNoBeatsHasNoHeartbeat() {
        double[] constant = new double[SAMPLES];
        Arrays.fill(constant, 7);
        double[] holed = beats(800);
        holed[100] = Double.NaN;

        assertThat(SEARCH.inEcg(constant)).isEmpty();
        assertThat(SEARCH.inEcg(noise(6, 10))).isEmpty();
        assertThat(SEARCH.inEcg(holed)).isEmpty();
        assertThat(SEARCH.inEeg(new double[0][])).isEmpty();
        assertThat(new HeartbeatSearch(new SamplingRate(64), GAPLESS).inEcg(beats(800)))
                .isEmpty();
        assertThat(new HeartbeatSearch(RATE, List.of(new Stretch(0, 1))).inEcg(new double[] {5}))
                .isEmpty();
    }

    /** About 75 in a minute, with an interval that breathes. */
    private static int[] beatPositions() {
        int[] positions = new int[74];
        double seconds = 0.5;
        for (int b = 0; b < positions.length; b++) {
            positions[b] = (int) Math.round(seconds * 250);
            seconds += 0.8 + 0.05 * Math.sin(b / 3.0);
        }
        return positions;
    }

    private static double[] beats(double microvolts) {
        double[] x = new double[SAMPLES];
        for (int position : beatPositions()) {
            for (int n = Math.max(0, position - 20); n < Math.min(SAMPLES, position + 20); n++) {
                x[n] += microvolts * Math.exp(-Math.pow((n - position) / 5.0, 2));
            }
        }
        return x;
    }

    private static double[] noise(long seed, double microvolts) {
        var random = new SeededRandom(seed);
        double[] x = new double[SAMPLES];
        for (int n = 0; n < SAMPLES; n++) {
            x[n] = microvolts * random.nextGaussian();
        }
        return x;
    }

    private static double[] add(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int n = 0; n < a.length; n++) {
            sum[n] = a[n] + b[n];
        }
        return sum;
    }
}
