package org.neuroward.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.specimen.Specimens;
import org.neuroward.report.wording.Wording;

class FiguresTest {

    private static final ReportDocument DOCUMENT = Specimens.draft();
    private static final Figures FIGURES = new Figures(DOCUMENT, Wording.ENGLISH);

    @Test
    void everyFigureHasATextAlternativeAndNoStyle() {
        for (Figure figure : all()) {
            assertThat(figure.svg())
                    .contains("role=\"img\"", "<title ", "<desc ")
                    .doesNotContain("style=", "<style", "<script", "NaN", "Infinity");
            assertThat(figure.description()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void mapsOfOneBandShareOneScaleThatHoldsTheLargestValue() {
        Figure alpha = FIGURES.map("alpha").orElseThrow();

        // The specimen's largest alpha power is 50.9 µV² at O1, eyes closed.
        assertThat(alpha.description()).contains("from 0 to 51 µV²", "Eyes closed: highest 50.9 µV² at O1");
        assertThat(alpha.body()).contains(">51</text>", "Eyes closed", "Eyes open");
    }

    @Test
    void leftIsLeftAndTheNoseIsUp() {
        Svg left = new Svg();
        new ScalpMap(50, 50, 40)
                .draw(
                        left,
                        "clip",
                        ScalpMap.placed(java.util.Map.of(
                                "Fp1", 1.0, "Fp2", 1.0, "C3", 1.0, "C4", 1.0, "Pz", 1.0, "O1", 1.0, "O2", 1.0, "Cz",
                                1.0)),
                        List.of(),
                        2);

        // C3: 46° of 100° to the left of the centre: 50 - 0.46 × 40; Fp1 above, O1 below.
        assertThat(left.toString()).contains("cx=\"31.6\" cy=\"50\" r=\"1.7\"");
        assertThat(circlesAbove(left.toString(), 20)).isEqualTo(2);
    }

    @Test
    void tooFewElectrodesGiveNoMap() {
        ReportDocument few = Specimens.draft(Specimens.scored(List.of("eyes-closed"), List.of("O1", "O2", "Cz")));

        assertThat(new Figures(few, Wording.ENGLISH).maps()).isEmpty();
    }

    @Test
    void aRefusedRecordingHasQualityAndCourseButNoSpectra() {
        Figures refused = new Figures(Specimens.refused(), Wording.CHINESE);

        assertThat(refused.spectraByElectrode()).isEmpty();
        assertThat(refused.posteriorSpectrum()).isEmpty();
        assertThat(refused.maps()).isEmpty();
        assertThat(refused.qualityByChannel()).isPresent();
        assertThat(refused.timeline()).isPresent();
    }

    @Test
    void contourOfAConeIsACircle() {
        double[][] cone = new double[41][41];
        for (int row = 0; row < 41; row++) {
            for (int column = 0; column < 41; column++) {
                cone[row][column] = 20 - Math.hypot(row - 20, column - 20);
            }
        }

        String path = Contour.path(cone, 10, 0, 0, 1);

        assertThat(path.chars().filter(c -> c == 'Z').count()).isEqualTo(1);
        Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)").matcher(path).results().forEach(point -> assertThat(
                        Math.hypot(Double.parseDouble(point.group(1)) - 20, Double.parseDouble(point.group(2)) - 20))
                // Straight lines between grid points: less than a twentieth of a step off.
                .isBetween(9.95, 10.05));
    }

    @Test
    void aPlateauUpToTheRimIsClosedAlongTheRim() {
        double[][] plateau = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

        assertThat(Contour.path(plateau, 0.5, 0, 0, 1)).startsWith("M").endsWith("Z");
        assertThat(Contour.path(plateau, 2, 0, 0, 1)).isEmpty();
    }

    @Test
    void coloursRunFromDarkToBright() {
        assertThat(ColourScale.at(0)).isEqualTo("#440154");
        assertThat(ColourScale.at(1)).isEqualTo("#fde725");
        assertThat(ColourScale.at(7)).isEqualTo("#fde725");
    }

    private static List<Figure> all() {
        List<Figure> all = new ArrayList<>(FIGURES.maps());
        all.add(FIGURES.posteriorSpectrum().orElseThrow());
        all.add(FIGURES.spectraByElectrode().orElseThrow());
        all.add(FIGURES.qualityByChannel().orElseThrow());
        all.add(FIGURES.timeline().orElseThrow());
        return all;
    }

    private static long circlesAbove(String svg, double y) {
        return Pattern.compile("cy=\"([0-9.]+)\" r=\"1.7\"")
                .matcher(svg)
                .results()
                .filter(one -> Double.parseDouble(one.group(1)) < y)
                .count();
    }
}
