package org.neuroward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLabelTest {

    @ParameterizedTest
    @CsvSource({
        "EEG Fp1-LE, Fp1", "EEG T3-LE, T7", "T4, T8", "eeg t5-ref, P7", "EEG T6-A1A2, P8", "Fc5., FC5", "Cz.., Cz",
        "EEG FPz, Fpz", "EEG Fp2-REF, Fp2", "O1-A2, O1", "POL C3, C3", "EEG:Pz, Pz", "FP1, Fp1", "EEG CP1-Ref, CP1",
        "Afz., AFz", "EEG_F7, F7"
    })
    void namesTheScalpElectrodeOfALabel(String label, String electrode) {
        assertThat(ChannelLabel.parse(label).findScalpElectrode().map(Electrode::name))
                .hasValue(electrode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EEG A2-A1", "EEG 23A-23R", "ECG ECG", "EOG EOG1", "Status", "M1", "A1", "EEG", "squarewave"})
    void refusesWhatIsNoScalpElectrode(String label) {
        assertThat(ChannelLabel.parse(label).findScalpElectrode()).isEmpty();
    }

    @Test
    void tellsADerivationBetweenTwoScalpElectrodesFromAReference() {
        assertThat(ChannelLabel.parse("EEG Fpz-Cz").isBipolar()).isTrue();
        assertThat(ChannelLabel.parse("EEG T3-T5")).isEqualTo(new ChannelLabel("T7", java.util.Optional.of("P7")));
        assertThat(ChannelLabel.parse("EEG Fp1-LE").isBipolar()).isFalse();
        assertThat(ChannelLabel.parse("C4-M1").isBipolar()).isFalse();
    }

    @Test
    void electrodesLieOnTheUnitSphereWhereTheTableSays() {
        Electrode t8 = Electrodes.find("T8").orElseThrow();
        Electrode fpz = Electrodes.find("Fpz").orElseThrow();
        Electrode cz = Electrodes.find("Cz").orElseThrow();

        assertThat(t8.x()).isCloseTo(Math.sin(Math.toRadians(92)), within(1e-12));
        assertThat(t8.y()).isZero();
        assertThat(fpz.y()).isCloseTo(Math.sin(Math.toRadians(92)), within(1e-12));
        assertThat(cz.z()).isEqualTo(1);
    }

    @Test
    void theHeadMapHasTheNoseUpAndLeftOnTheLeft() {
        HeadMapPoint fp1 = Electrodes.find("Fp1").orElseThrow().onHeadMap();
        HeadMapPoint o2 = Electrodes.find("O2").orElseThrow().onHeadMap();

        assertThat(fp1.x()).isNegative();
        assertThat(fp1.y()).isPositive();
        assertThat(o2.x()).isPositive();
        assertThat(o2.y()).isNegative();
        assertThat(Math.hypot(fp1.x(), fp1.y())).isCloseTo(0.92, within(1e-12));
    }

    @Test
    void everyLeftElectrodeMirrorsItsRightOne() {
        for (String[] pair :
                new String[][] {{"Fp1", "Fp2"}, {"F7", "F8"}, {"T7", "T8"}, {"P3", "P4"}, {"PO7", "PO8"}}) {
            Electrode left = Electrodes.find(pair[0]).orElseThrow();
            Electrode right = Electrodes.find(pair[1]).orElseThrow();

            assertThat(left.x()).isCloseTo(-right.x(), within(1e-12));
            assertThat(left.y()).isCloseTo(right.y(), within(1e-12));
        }
    }

    @Test
    void allOfTheScreeningSetIsKnown() {
        assertThat(Electrodes.SCREEN_19).hasSize(19).allMatch(Electrodes::isScalp);
    }
}
