package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

class BadChannelSearchTest {

    private static final SamplingRate RATE = new SamplingRate(128);
    private static final int SAMPLES = 128 * 20;

    /** 32 of the 10-10 system. */
    private static final List<String> DENSE = List.of(
            ("Fp1 Fp2 F7 F3 Fz F4 F8 FC5 FC1 FC2 FC6 T7 C3 Cz C4 T8 CP5 CP1 CP2 CP6 P7 P3 Pz P4 P8 PO3 PO4 O1 Oz O2 AFz "
                            + "POz")
                    .split(" "));

    @Test
    void ransacFindsAnElectrodeThatSitsElsewhereFromThirtyTwoChannelsOn() {
        double[][] field = field(DENSE);
        swap(field, DENSE.indexOf("Fz"), DENSE.indexOf("Oz"));
        swap(field, DENSE.indexOf("F7"), DENSE.indexOf("P8"));

        BadChannelReport report = search(42).find(DENSE, field);

        assertThat(report.bad()).containsExactlyInAnyOrder("Fz", "Oz", "F7", "P8");
        assertThat(report.criteria().get(DENSE.indexOf("Fz"))).containsExactly(BadChannelCriterion.UNPREDICTED);
        assertThat(report.ransacSeed()).hasValue(42);
    }

    @Test
    void belowThirtyTwoChannelsNothingIsDrawnByLot() {
        List<String> fewer = DENSE.subList(0, 31);

        BadChannelReport report = search(42).find(fewer, field(fewer));

        assertThat(report.bad()).isEmpty();
        assertThat(report.ransacSeed()).isEmpty();
        assertThat(report.evidence().getFirst().orElseThrow().unpredictedShare())
                .isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameSharesAndAnotherSeedOtherSubsets() {
        double[][] field = field(DENSE);
        var random = new SeededRandom(3);
        for (double[] channel : field) {
            for (int n = 0; n < channel.length; n++) {
                channel[n] += 15 * random.nextGaussian();
            }
        }

        assertThat(shares(1, field)).containsExactly(shares(1, field));
        assertThat(shares(2, field)).isNotEqualTo(shares(1, field));
    }

    private static double[] shares(long seed, double[][] field) {
        List<Electrode> places =
                DENSE.stream().map(name -> Electrodes.find(name).orElseThrow()).toList();
        return new Ransac(places, seed)
                .unpredictedShares(field, WindowGrid.over(List.of(new Stretch(0, SAMPLES)), 128));
    }

    @Test
    void noNumberAndNoVariationAreTheirOwnReasonsAndSpoilNoOther() {
        double[][] field = field(Electrodes.SCREEN_19);
        BadChannelReport clean = search(0).find(Electrodes.SCREEN_19.subList(2, 19), Arrays.copyOfRange(field, 2, 19));
        field[0][700] = Double.NaN;
        Arrays.fill(field[1], 1e6);

        BadChannelReport report = search(0).find(Electrodes.SCREEN_19, field);

        assertThat(report.criteria().get(0)).containsExactly(BadChannelCriterion.NOT_A_NUMBER);
        assertThat(report.criteria().get(1)).containsExactly(BadChannelCriterion.FLAT);
        assertThat(report.evidence().subList(2, 19)).isEqualTo(clean.evidence());
    }

    @Test
    void whatCannotBeComparedIsNotCondemned() {
        double[][] one = field(List.of("Cz"));

        assertThat(search(0).find(List.of("Cz"), one).bad()).isEmpty();
        assertThat(search(0).find(List.of(), new double[0][]).bad()).isEmpty();
        assertThat(new BadChannelSearch(RATE, List.of(new Stretch(0, 1)), 0)
                        .find(List.of("Cz", "Pz"), new double[][] {{1}, {2}})
                        .bad())
                .containsExactly("Cz", "Pz");
        assertThat(search(0).find(List.of("Cz", "Pz"), new double[2][SAMPLES]).criteria())
                .containsOnly(java.util.Set.of(BadChannelCriterion.FLAT));
        assertThatIllegalArgumentException().isThrownBy(() -> search(0).find(List.of("Cz"), new double[2][SAMPLES]));
    }

    private static BadChannelSearch search(long seed) {
        return new BadChannelSearch(RATE, List.of(new Stretch(0, SAMPLES)), seed);
    }

    private static void swap(double[][] x, int a, int b) {
        double[] kept = x[a];
        x[a] = x[b];
        x[b] = kept;
    }

    /** Three smooth fields over the scalp that come and go by themselves, and a little noise. */
    private static double[][] field(List<String> names) {
        var random = new SeededRandom(5);
        double[][] x = new double[names.size()][SAMPLES];
        double[] state = new double[3];
        for (int n = 0; n < SAMPLES; n++) {
            for (int k = 0; k < 3; k++) {
                state[k] = 0.9 * state[k] + 10 * random.nextGaussian();
            }
            for (int c = 0; c < x.length; c++) {
                var place = Electrodes.find(names.get(c)).orElseThrow();
                x[c][n] = state[0] * place.x()
                        + state[1] * place.y()
                        + state[2] * (place.z() - 0.5)
                        + random.nextGaussian();
            }
        }
        return x;
    }
}
