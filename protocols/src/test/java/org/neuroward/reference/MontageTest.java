package org.neuroward.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.reference.RecordedElectrode.Condition;
import org.neuroward.reference.Unavailable.Reason;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SeededRandom;

class MontageTest {

    private final List<RecordedElectrode> screening = recorded(Electrodes.SCREEN_19, "");

    @Test
    void linkedMastoidsAreTheirComputedMean() {
        FittedMontage montage = fit(List.of("C3", "M1", "M2", "A1", "A2"), Montage::linkedMastoids);

        double[][] derived = montage.apply(column(10, 4, 8, 100, 200));

        assertThat(montage.derivations()).extracting(Derivation::label).containsExactly("C3-M1M2");
        assertThat(derived[0]).containsExactly(10 - 6);
    }

    @Test
    void earLobesAreNotMastoids() {
        FittedMontage mastoids = fit(List.of("C3", "A1", "A2"), Montage::linkedMastoids);
        FittedMontage ears = fit(List.of("C3", "A1", "A2"), Montage::linkedEars);

        assertThat(mastoids.derivations()).isEmpty();
        assertThat(mastoids.unavailable())
                .containsExactly(new Unavailable(
                        new Derivation.LinkedMastoids("C3"), Reason.ELECTRODE_MISSING, List.of("M1", "M2")));
        assertThat(ears.apply(column(10, 4, 8))[0]).containsExactly(4);
    }

    @Test
    void theElectrodeThatAllWereRecordedAgainstIsZero() {
        List<RecordedElectrode> againstM2 = recorded(List.of("C3", "C4", "M1"), "M2");

        double[][] linked = Montage.linkedMastoids(againstM2).fit(againstM2).apply(column(10, 20, 6));
        double[][] bipolar = new Montage("pair", List.of(new Derivation.Bipolar("M2", "C3")))
                .fit(againstM2)
                .apply(column(10, 20, 6));

        assertThat(linked[0]).containsExactly(10 - 3);
        assertThat(bipolar[0]).containsExactly(-10);
    }

    @Test
    void whatWasRecordedAgainstDifferentReferencesIsNotSubtracted() {
        List<RecordedElectrode> mixed = List.of(
                new RecordedElectrode("C3", "A2", Condition.GOOD), new RecordedElectrode("C4", "A1", Condition.GOOD));

        FittedMontage montage = new Montage("pair", List.of(new Derivation.Bipolar("C3", "C4"))).fit(mixed);

        assertThat(montage.unavailable().getFirst().reason()).isEqualTo(Reason.MIXED_RECORDING_REFERENCES);
        assertThat(Montage.recorded(mixed).fit(mixed).derivations()).hasSize(2);
    }

    @Test
    void theAverageIsThatOfGoodElectrodesWithTheSameBitsAsInScoring() {
        List<RecordedElectrode> electrodes = new ArrayList<>(screening);
        electrodes.set(4, with("Fz", Condition.BAD));
        electrodes.set(9, with("Cz", Condition.INTERPOLATED));
        double[][] x = noise(19, 50);
        double[][] good = new double[17][];
        for (int c = 0, g = 0; c < 19; c++) {
            if (c != 4 && c != 9) {
                good[g++] = x[c].clone();
            }
        }

        FittedMontage montage = Montage.average(electrodes, AverageGate.SCORING).fit(electrodes);
        double[][] derived = montage.apply(x);
        double mean = 0;
        for (double[] channel : good) {
            mean += channel[7];
        }
        mean /= 17;
        AverageReference.apply(good);

        assertThat(montage.derivations())
                .hasSize(18)
                .extracting(Derivation::electrode)
                .doesNotContain("Fz");
        assertThat(montage.unavailable().getFirst().reason()).isEqualTo(Reason.ELECTRODE_BAD);
        assertThat(derived[0]).containsExactly(good[0]);
        assertThat(derived[17]).containsExactly(good[16]);
        assertThat(derived[8][7]).isEqualTo(x[9][7] - mean);
    }

    @Test
    void tooFewGoodElectrodesMakeNoAverage() {
        List<RecordedElectrode> electrodes = new ArrayList<>(screening);
        for (int c = 0; c < 4; c++) {
            electrodes.set(c, with(Electrodes.SCREEN_19.get(c), Condition.BAD));
        }

        FittedMontage scored = Montage.average(electrodes, AverageGate.SCORING).fit(electrodes);
        FittedMontage shown = Montage.average(electrodes, AverageGate.DISPLAY).fit(electrodes);

        assertThat(scored.derivations()).isEmpty();
        assertThat(scored.unavailable())
                .extracting(Unavailable::reason)
                .containsOnly(Reason.ELECTRODE_BAD, Reason.TOO_FEW_GOOD_ELECTRODES);
        assertThat(shown.derivations()).hasSize(15);
    }

    @Test
    void chainsGoFrontToBackAndLeftToRight() {
        FittedMontage longitudinal = Montage.longitudinalBipolar().fit(screening);
        FittedMontage transverse = Montage.transverseBipolar().fit(screening);

        assertThat(longitudinal.derivations())
                .hasSize(18)
                .extracting(Derivation::label)
                .startsWith("Fp1-F7", "F7-T7");
        assertThat(transverse.derivations())
                .hasSize(14)
                .extracting(Derivation::label)
                .startsWith("Fp1-Fp2", "F7-F3");
    }

    @Test
    void eachClosedChainAddsUpToZero() {
        double[][] derived = Montage.longitudinalBipolar().fit(screening).apply(noise(19, 3));

        // Fp1 to O1 by the temples and by the vertex is the same way
        double temples = derived[0][1] + derived[1][1] + derived[2][1] + derived[3][1];
        double centre = derived[8][1] + derived[9][1] + derived[10][1] + derived[11][1];
        assertThat(temples).isCloseTo(centre, within(1e-12));
    }

    @Test
    void aMissingElectrodeIsNotBridged() {
        List<RecordedElectrode> electrodes = screening.stream()
                .filter(electrode -> !electrode.name().equals("T7"))
                .toList();

        FittedMontage montage = Montage.longitudinalBipolar().fit(electrodes);

        assertThat(montage.derivations())
                .extracting(Derivation::label)
                .doesNotContain("F7-T7", "T7-P7", "F7-P7")
                .hasSize(16);
        assertThat(montage.unavailable())
                .extracting(Unavailable::electrodes)
                .containsOnly(List.of("T7"))
                .hasSize(2);
    }

    @Test
    void theSourceDerivationWeighsTheFourNearestByTheirDistance() {
        FittedMontage montage = Montage.sourceDerivation(screening).fit(screening);
        double[][] onlyNeighbour = new double[19][1];
        onlyNeighbour[Electrodes.SCREEN_19.indexOf("F3")][0] = 1;

        double[][] derived = montage.apply(onlyNeighbour);

        // around C3: F3 and P3 by the cosine rule, Cz and T7 at 46°
        double cosine = Math.cos(Math.toRadians(46)) * Math.cos(Math.toRadians(60))
                + Math.sin(Math.toRadians(46)) * Math.sin(Math.toRadians(60)) * Math.cos(Math.toRadians(51));
        double near = 1 / Math.toDegrees(Math.acos(cosine));
        double far = 1 / 46.0;
        assertThat(derived[Electrodes.SCREEN_19.indexOf("C3")][0])
                .isCloseTo(-near / (2 * near + 2 * far), within(1e-12));
        assertThat(derived[Electrodes.SCREEN_19.indexOf("F3")][0]).isEqualTo(1);
        assertThat(derived[Electrodes.SCREEN_19.indexOf("Pz")][0]).isZero();
        assertThat(montage.derivations()).hasSize(19);
    }

    @Test
    void aBadNeighbourIsNotReplacedByAFartherOne() {
        List<RecordedElectrode> electrodes = new ArrayList<>(screening);
        electrodes.set(Electrodes.SCREEN_19.indexOf("Cz"), with("Cz", Condition.BAD));

        FittedMontage montage = Montage.sourceDerivation(electrodes).fit(electrodes);

        assertThat(montage.unavailable())
                .extracting(u -> u.derivation().electrode())
                .containsExactlyInAnyOrder("Fz", "C3", "Cz", "C4", "Pz");
        assertThat(montage.unavailable()).extracting(Unavailable::reason).containsOnly(Reason.ELECTRODE_BAD);
    }

    @Test
    void farApartElectrodesHaveNoNeighbours() {
        FittedMontage montage = fit(List.of("Fp1", "O1", "Cz"), Montage::sourceDerivation);

        assertThat(montage.derivations()).isEmpty();
        assertThat(montage.unavailable()).extracting(Unavailable::reason).containsOnly(Reason.TOO_FEW_NEIGHBOURS);
    }

    @Test
    void laplaciansTakeNoNoticeOfTheReference() {
        double[][] x = noise(19, 5);
        double[][] shifted = new double[19][5];
        for (int c = 0; c < 19; c++) {
            for (int n = 0; n < 5; n++) {
                shifted[c][n] = x[c][n] + 100 * n;
            }
        }
        for (Montage laplacian : List.of(Montage.sourceDerivation(screening), Montage.currentDensity(screening))) {
            FittedMontage montage = laplacian.fit(screening);

            double[][] a = montage.apply(x);
            double[][] b = montage.apply(shifted);

            assertThat(montage.derivations()).hasSize(19);
            for (int row = 0; row < 19; row++) {
                // densities reach 1e5 µV/m²
                assertThat(b[row][4]).isCloseTo(a[row][4], within(1e-5));
            }
        }
        assertThat(Montage.currentDensity(screening).derivations().getFirst().unit())
                .isEqualTo("µV/m²");
    }

    @Test
    void blocksGiveTheSameBitsAsTheWhole() {
        double[][] x = noise(19, 100);
        for (Montage each : List.of(
                Montage.infinity(screening, AverageGate.SCORING),
                Montage.longitudinalBipolar(),
                Montage.recorded(screening),
                Montage.referential(screening, "Cz"))) {
            FittedMontage montage = each.fit(screening);
            double[][] whole = montage.apply(x);
            double[][] block = new double[19][64];
            double[][] into = new double[montage.derivations().size()][64];
            for (int from = 0; from < 100; from += 30) {
                int samples = Math.min(30, 100 - from);
                for (int c = 0; c < 19; c++) {
                    System.arraycopy(x[c], from, block[c], 0, samples);
                }

                montage.apply(block, into, samples);

                for (int row = 0; row < into.length; row++) {
                    for (int n = 0; n < samples; n++) {
                        assertThat(into[row][n]).isEqualTo(whole[row][from + n]);
                    }
                }
            }
        }
    }

    @Test
    void nothingInNothingOut() {
        FittedMontage none = Montage.average(List.of(), AverageGate.DISPLAY).fit(List.of());

        assertThat(none.apply(new double[0][])).isEmpty();
        assertThat(Montage.longitudinalBipolar().fit(List.of()).unavailable()).hasSize(18);
        assertThat(Montage.recorded(screening).fit(screening).apply(new double[19][0])[3])
                .isEmpty();
    }

    @Test
    void brokenContractsAreRefused() {
        FittedMontage montage = Montage.recorded(screening).fit(screening);

        assertThatIllegalArgumentException().isThrownBy(() -> montage.apply(new double[2][5]));
        assertThatIllegalArgumentException().isThrownBy(() -> montage.apply(new double[19][5], new double[19][5], 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Derivation.Bipolar("C3", "C3"));
        assertThatIllegalArgumentException().isThrownBy(() -> fit(List.of("C3", "C3"), Montage::recorded));
        assertThatIllegalArgumentException().isThrownBy(() -> new AverageGate(1, 0));
    }

    private static FittedMontage fit(
            List<String> names, java.util.function.Function<List<RecordedElectrode>, Montage> montage) {
        List<RecordedElectrode> electrodes = recorded(names, "");
        return montage.apply(electrodes).fit(electrodes);
    }

    private static RecordedElectrode with(String name, Condition condition) {
        return new RecordedElectrode(name, "", condition);
    }

    private static List<RecordedElectrode> recorded(List<String> names, String reference) {
        return names.stream()
                .map(name -> new RecordedElectrode(name, reference, Condition.GOOD))
                .toList();
    }

    private static double[][] column(double... values) {
        double[][] column = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            column[i][0] = values[i];
        }
        return column;
    }

    private static double[][] noise(int channels, int samples) {
        var random = new SeededRandom(11);
        double[][] noise = new double[channels][samples];
        for (double[] channel : noise) {
            for (int n = 0; n < samples; n++) {
                channel[n] = 20 * random.nextGaussian();
            }
        }
        return noise;
    }
}
