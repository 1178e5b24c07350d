package org.neuroward.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SeededRandom;

class InfinityReferenceTest {

    private static final List<Electrode> SCREEN_19 = Electrodes.SCREEN_19.stream()
            .map(name -> Electrodes.find(name).orElseThrow())
            .toList();

    @ParameterizedTest
    @CsvSource({
        "1, 1.982758",
        "2, 1.015946",
        "3, 0.642302",
        "4, 0.457671",
        "5, 0.352941",
        "10, 0.174342",
        "20, 0.114327",
        "60, 0.098478"
    })
    void factorsOfTheThreeSpheres(int n, double expected) {
        assertThat(ConcentricSpheres.head().factor(n)).isCloseTo(expected, within(5e-7));
    }

    @Test
    void withOneConductivityTheFactorIsTwoNPlusOneOverN() {
        for (int n = 1; n <= 60; n++) {
            assertThat(ConcentricSpheres.homogeneous().factor(n)).isCloseTo((2.0 * n + 1) / n, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.193662, 0",
        "30, 0.334599, 0.543153",
        "75, -0.053671, 0.224270",
        "120, -0.101695, 0.093987",
        "180, -0.111906, 0"
    })
    void withOneConductivityThePotentialIsThatOfTheClosedForm(double degrees, double radial, double tangential) {
        double gamma = Math.toRadians(degrees);
        double[] electrode = {Math.sin(gamma), 0, Math.cos(gamma)};
        double[] place = {0, 0, 0.6};
        double b = 0.6;
        double d = Math.sqrt(1 - 2 * b * Math.cos(gamma) + b * b);
        double closedRadial = ((1 - b * b) / (d * d * d) - 1) / (4 * Math.PI * b);
        double closedTangential =
                Math.sin(gamma) * (2 / (d * d * d) + (1 + d) / (d * (1 - b * Math.cos(gamma) + d))) / (4 * Math.PI);

        double upright = ConcentricSpheres.homogeneous().potential(place, new double[] {0, 0, 1}, electrode);
        double lying = ConcentricSpheres.homogeneous().potential(place, new double[] {1, 0, 0}, electrode);

        // the series ends at degree 60: 0.6^60 is 5e-14
        assertThat(upright).isCloseTo(closedRadial, within(1e-11)).isCloseTo(radial, within(5e-7));
        assertThat(lying).isCloseTo(closedTangential, within(1e-11)).isCloseTo(tangential, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.7, 0, 1, Cz, 0.507721",
        "0, 0, 0.7, 0, 1, C3, 0.091394",
        "0, 0, 0.7, 0, 1, T7, -0.045861",
        "0, 0, 0.7, 0, 1, below, -0.089823",
        "0, 0, 0.7, 1, 0, C3, -0.223170",
        "0, 0, 0.7, 1, 0, T7, -0.125581",
        "0, 0, 0.7, 1, 0, Cz, 0",
        "0.3, 0.2, 0.6, 0, 1, Cz, 0.295838",
        "0.3, 0.2, 0.6, 0, 1, C3, 0.066975",
        "0.3, 0.2, 0.6, 0, 1, T7, -0.028025",
        "0.3, 0.2, 0.6, 0, 1, Fz, 0.132612"
    })
    void potentialsInThreeSpheres(
            double x, double y, double z, double momentX, double momentZ, String at, double volts) {
        Electrode electrode = at.equals("below")
                ? new Electrode(at, 180, 0)
                : Electrodes.find(at).orElseThrow();

        double potential = ConcentricSpheres.head()
                .potential(new double[] {x, y, z}, new double[] {momentX, 0, momentZ}, place(electrode));

        assertThat(potential).isCloseTo(volts, within(5e-7));
    }

    @Test
    void aDipoleAtTheCentreHasTheFirstDegreeOnly() {
        double potential = ConcentricSpheres.homogeneous()
                .potential(new double[3], new double[] {0, 0, 1}, new double[] {0, 0, 1});

        assertThat(potential).isCloseTo(3 / (4 * Math.PI), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "F3, 0.046",
        "F4, 0.046",
        "P3, 0.046",
        "P4, 0.046",
        "Fz, 0.015",
        "Pz, 0.016",
        "C3, 0.014",
        "C4, 0.013",
        "Cz, -0.012"
    })
    void weightsOfNineteenElectrodes(String name, double expected) {
        double[] weights = InfinityReference.weights(SCREEN_19);

        assertThat(weights[Electrodes.SCREEN_19.indexOf(name)]).isCloseTo(expected, within(1e-3));
    }

    @Test
    void theOuterRingOfNineteenElectrodesWeighsLittleAndAlikeAndAllSumToZero() {
        double[] weights = InfinityReference.weights(SCREEN_19);

        for (String name : List.of("Fp1", "Fp2", "F7", "F8", "T7", "T8", "P7", "P8", "O1", "O2")) {
            assertThat(weights[Electrodes.SCREEN_19.indexOf(name)]).isBetween(-0.0255, -0.0215);
        }
        assertThat(sum(weights)).isCloseTo(0, within(1e-15));
    }

    @Test
    void theResultDoesNotDependOnTheReferenceAndStaysWhenDoneAgain() {
        var random = new SeededRandom(1);
        double[] x = java.util.stream.DoubleStream.generate(random::nextGaussian)
                .limit(19)
                .toArray();
        double[] shifted = Arrays.stream(x).map(value -> value + 37.5).toArray();

        FittedMontage rest = rest(SCREEN_19);
        double[] once = apply(rest, x);
        double[] ofShifted = apply(rest, shifted);
        double[] twice = apply(rest, once);

        for (int c = 0; c < once.length; c++) {
            // rounding of values near 40
            assertThat(ofShifted[c]).isCloseTo(once[c], within(1e-12 * 40));
            assertThat(twice[c]).isCloseTo(once[c], within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"19, 0.86, 0.16, 0.05", "62, 0.77, 0.20, 0.04"})
    void ofFiveHundredDipolesTheErrorIsAFractionOfThatOfTheAverage(
            int electrodes, double againstCz, double againstAverage, double againstInfinity) {
        List<Electrode> montage = electrodes == 19 ? SCREEN_19 : dense();
        assertThat(montage).hasSize(electrodes);
        int cz = montage.indexOf(Electrodes.find("Cz").orElseThrow());
        FittedMontage rest = rest(montage);
        var random = new SeededRandom(2001);
        List<double[]> errors = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double[] truth = potentials(randomDipole(random), randomDirection(random), montage);
            double mean = sum(truth) / truth.length;
            errors.add(new double[] {
                error(Arrays.stream(truth).map(v -> v - truth[cz]).toArray(), truth),
                error(Arrays.stream(truth).map(v -> v - mean).toArray(), truth),
                error(apply(rest, truth), truth)
            });
        }

        // Other dipoles than those of the oracle. Four sets of 19 to 64 electrodes and two ways to draw them in NumPy
        // gave medians of 0.78 to 0.95,
        // 0.15 to 0.26 and 0.04 to 0.08.
        assertThat(median(errors, 0)).isCloseTo(againstCz, within(0.15));
        assertThat(median(errors, 1)).isCloseTo(againstAverage, within(0.06));
        assertThat(median(errors, 2)).isCloseTo(againstInfinity, within(0.04)).isLessThan(median(errors, 1) / 2);
    }

    @Test
    void oneElectrodeHasNoReferenceAtInfinity() {
        assertThatIllegalArgumentException().isThrownBy(() -> InfinityReference.weights(SCREEN_19.subList(0, 1)));
        assertThat(InfinityReference.weights(SCREEN_19.subList(0, 2))).hasSize(2);
    }

    private static FittedMontage rest(List<Electrode> electrodes) {
        List<RecordedElectrode> recorded =
                electrodes.stream().map(e -> RecordedElectrode.good(e.name())).toList();
        return Montage.infinity(recorded, AverageGate.SCORING).fit(recorded);
    }

    private static double[] apply(FittedMontage montage, double[] x) {
        double[][] column = Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        return Arrays.stream(montage.apply(column)).mapToDouble(row -> row[0]).toArray();
    }

    private static double[] potentials(double[] dipole, double[] moment, List<Electrode> electrodes) {
        ConcentricSpheres head = ConcentricSpheres.head();
        return electrodes.stream()
                .mapToDouble(e -> head.potential(dipole, moment, place(e)))
                .toArray();
    }

    /** Uniform in the upper half of a ball of radius 0.8. */
    private static double[] randomDipole(SeededRandom random) {
        double[] direction = randomDirection(random);
        double radius = 0.8 * Math.cbrt(random.nextDouble());
        return new double[] {radius * direction[0], radius * direction[1], radius * Math.abs(direction[2])};
    }

    private static double[] randomDirection(SeededRandom random) {
        double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static double error(double[] estimate, double[] truth) {
        double wrong = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            wrong += (estimate[i] - truth[i]) * (estimate[i] - truth[i]);
            all += truth[i] * truth[i];
        }
        return Math.sqrt(wrong / all);
    }

    private static double median(List<double[]> errors, int column) {
        List<Double> values =
                new ArrayList<>(errors.stream().map(e -> e[column]).toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static List<Electrode> dense() {
        List<String> names = List.of(
                ("Fp1 Fp2 Fpz AF7 AF8 AF3 AF4 AFz F7 F8 F5 F6 F3 F4 F1 F2 Fz FT7 FT8 FC5 FC6 FC3 FC4 FC1 FC2 FCz T7 T8 C5 C6 C3 "
                                + "C4 C1 C2 Cz TP7 TP8 CP5 CP6 CP3 CP4 CP1 CP2 CPz P7 P8 P5 P6 P3 P4 P1 P2 Pz PO7 PO8 PO3 PO4 POz O1 "
                                + "O2 Oz Iz")
                        .split(" "));
        return names.stream().map(name -> Electrodes.find(name).orElseThrow()).toList();
    }

    private static double[] place(Electrode e) {
        return new double[] {e.x(), e.y(), e.z()};
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
