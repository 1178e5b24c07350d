package org.neuroward.scalp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

class SphericalSplineTest {

    private static final List<Electrode> SCREEN_19 = electrodes(Electrodes.SCREEN_19);

    @Test
    void withoutRegularisationTheSplinePassesThroughEveryElectrode() {
        SphericalSpline spline = SphericalSpline.through(SCREEN_19, new SplineSettings(4, 50, 0));

        for (int e = 0; e < SCREEN_19.size(); e++) {
            double[] weights = spline.potentialWeights(SCREEN_19.get(e));
            for (int i = 0; i < weights.length; i++) {
                // the matrix has a condition number near 1e4
                assertThat(weights[i]).isCloseTo(i == e ? 1 : 0, within(1e-10));
            }
        }
    }

    @Test
    void aChangeOfReferenceShiftsPotentialsAndLeavesDensitiesAlone() {
        SphericalSpline spline = SphericalSpline.through(SCREEN_19, SplineSettings.INTERPOLATION);
        Electrode between = new Electrode("between", 30, 50);

        assertThat(sum(spline.potentialWeights(between))).isCloseTo(1, within(1e-12));
        assertThat(sum(spline.currentDensityWeights(between, 0.1))).isCloseTo(0, within(1e-9));
    }

    @Test
    void theDensityOfADipolarPotentialIsTwiceThePotentialOverTheSquaredRadius() {
        // z is a spherical harmonic of degree 1: its negative Laplacian on a sphere of radius r is 1·2·z/r²
        List<Electrode> dense = electrodes(DENSE);
        SphericalSpline spline = SphericalSpline.through(dense, new SplineSettings(4, 50, 0));

        double[] weights = spline.currentDensityWeights(Electrodes.find("C1").orElseThrow(), 0.1);

        double density = 0;
        for (int i = 0; i < weights.length; i++) {
            density += weights[i] * dense.get(i).z();
        }
        double expected = 2 * Electrodes.find("C1").orElseThrow().z() / 0.01;
        // 64 electrodes cover two thirds of the sphere: the spline comes within a few per cent
        assertThat(density).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void aSmoothPotentialIsInterpolatedWellBetweenElectrodes() {
        SphericalSpline spline = SphericalSpline.through(electrodes(DENSE), SplineSettings.INTERPOLATION);
        Electrode place = new Electrode("between", 35, 20);

        double[] weights = spline.potentialWeights(place);

        double potential = 0;
        for (int i = 0; i < weights.length; i++) {
            potential += weights[i] * smooth(electrodes(DENSE).get(i));
        }
        assertThat(potential).isCloseTo(smooth(place), within(0.01));
    }

    @Test
    void whatMakesNoSplineIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalSpline.through(SCREEN_19.subList(0, 2), SplineSettings.INTERPOLATION));
        Electrode twice = SCREEN_19.getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalSpline.through(
                        List.of(twice, twice, SCREEN_19.get(1), SCREEN_19.get(2)), new SplineSettings(4, 50, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplineSettings(1, 7, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplineSettings(4, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplineSettings(4, 7, Double.NaN));
        SphericalSpline spline = SphericalSpline.through(SCREEN_19, SplineSettings.INTERPOLATION);
        assertThatIllegalArgumentException().isThrownBy(() -> spline.currentDensityWeights(twice, 0));
        double[][] ragged = new double[19][4];
        ragged[7] = new double[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrentSourceDensity.over(SCREEN_19).apply(ragged));
    }

    private static double smooth(Electrode e) {
        return e.x() * e.y() + 0.5 * e.z() - 0.3 * e.x();
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    static final List<String> DENSE =
            ("Fp1 Fp2 Fpz AF7 AF8 AF3 AF4 AFz F7 F8 F5 F6 F3 F4 F1 F2 Fz FT7 FT8 FC5 FC6 FC3 FC4 FC1 FC2 FCz T7 T8 C5 C6 C3 C4 "
                            + "C1 C2 Cz TP7 TP8 CP5 CP6 CP3 CP4 CP1 CP2 CPz P7 P8 P5 P6 P3 P4 P1 P2 Pz PO7 PO8 PO3 PO4 POz O1 O2 "
                            + "Oz Iz P9 P10")
                    .lines()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .toList();

    static List<Electrode> electrodes(List<String> names) {
        return names.stream().map(name -> Electrodes.find(name).orElseThrow()).toList();
    }
}
