package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.SamplingRate;

class QualityTest {

    @Test
    void theIndexWeighsTheWorstRequiredChannelAndTheMedianOfAll() {
        double index = QualityIndex.of(List.of(70.0, 90.0), List.of(70.0, 90.0, 95.0, 100.0, 100.0), 0)
                .value();

        assertThat(index).isEqualTo(0.6 * 70 + 0.4 * 95);
    }

    @Test
    void mainsAboveTenDecibelsCostTenPoints() {
        List<Double> all = List.of(100.0, 100.0);

        assertThat(QualityIndex.of(all, all, 10).value()).isEqualTo(100);
        assertThat(QualityIndex.of(all, all, 10.1).value()).isEqualTo(90);
    }

    @Test
    void eachInterpolatedChannelCostsFivePointsAndNothingGoesBelowZero() {
        List<Double> all = List.of(100.0, 100.0);

        assertThat(QualityIndex.of(all, all, 0, 1).value()).isEqualTo(95);
        assertThat(QualityIndex.of(all, all, 10.1, 2).value()).isEqualTo(80);
        assertThat(QualityIndex.of(List.of(0.0), List.of(0.0), 0, 2).value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"80, green", "79.9, amber", "60, amber", "59.9, red", "0, red"})
    void gradesBeginAtTheirLimits(double value, String grade) {
        assertThat(new QualityIndex(value).grade()).isEqualTo(grade);
    }

    @Test
    void aLineTenTimesItsSurroundingsHasTenDecibels() {
        double[] density = new double[129];
        Arrays.fill(density, 1);
        for (int k = 98; k <= 102; k++) {
            density[k] = 10;
        }

        assertThat(LineNoise.decibels(density, 0.5, 50).orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(LineNoise.findLineHertz(density, 0.5)).isEqualTo(50);
        assertThat(LineNoise.decibels(density, 0.3, 50)).isEmpty();
    }

    @Test
    void sixtyHertzMustStandOutToBeTheMains() {
        double[] density = new double[200];
        Arrays.fill(density, 1);

        assertThat(LineNoise.findLineHertz(density, 0.5)).isEqualTo(50);
        density[120] = 50;
        assertThat(LineNoise.findLineHertz(density, 0.5)).isEqualTo(60);
    }

    @Test
    void medianAndPercentilesAreThoseOfASortedList() {
        var random = new Random(5);
        for (int size : new int[] {1, 2, 3, 17, 18, 100, 1001}) {
            double[] values = random.doubles(size, -3, 3).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            assertThat(RobustStatistics.median(values))
                    .isCloseTo((sorted[(size - 1) / 2] + sorted[size / 2]) / 2, within(1e-15));
            double position = 0.98 * (size - 1);
            int below = (int) position;
            double above = sorted[Math.min(below + 1, size - 1)];
            assertThat(RobustStatistics.percentile(values, 98))
                    .isCloseTo(sorted[below] + (position - below) * (above - sorted[below]), within(1e-12));
        }
    }

    @Test
    void epochsStayWithinRunsOfCleanWindowsOfOneStretch() {
        WindowGrid grid = WindowGrid.over(List.of(new Stretch(0, 55), new Stretch(60, 40)), 10);
        boolean[] clean = {true, true, true, false, true, true, true, false, true};

        assertThat(grid.windows()).isEqualTo(9);
        // windows 0-2 and 5-6 make runs; 4 and 5 lie in different stretches
        assertThat(grid.epochs(clean, 2, 1)).containsExactly(0, 10, 60);
        assertThat(grid.windowsCovered(clean, 2, 1)).isEqualTo(5);
    }

    @Test
    void longEpochsOverlapByHalf() {
        WindowGrid grid = WindowGrid.over(List.of(new Stretch(0, 90)), 10);
        boolean[] clean = new boolean[9];
        Arrays.fill(clean, true);

        assertThat(grid.epochs(clean, 4, 2)).containsExactly(0, 20, 40);
        assertThat(grid.windowsCovered(clean, 4, 2)).isEqualTo(8);
    }

    @Test
    void alphaThatGivesWayForTenSecondsIsDrowsiness() {
        double[] occipital = rhythm(60, second -> second >= 30 && second < 42 ? 6 : 10);

        Drowsiness drowsiness = drowsiness(occipital);

        assertThat(drowsiness.isJudged()).isTrue();
        assertThat(drowsiness.windows()).isEqualTo(12);
        assertThat(drowsiness.isDrowsy(30)).isTrue();
        assertThat(drowsiness.isDrowsy(42)).isFalse();
    }

    @Test
    void nineSecondsAreNot() {
        assertThat(drowsiness(rhythm(60, second -> second >= 30 && second < 39 ? 6 : 10))
                        .windows())
                .isZero();
    }

    @Test
    void whoHasNoAlphaIsNotCalledDrowsy() {
        Drowsiness drowsiness = drowsiness(rhythm(60, second -> 6));

        assertThat(drowsiness.isJudged()).isFalse();
        assertThat(drowsiness.windows()).isZero();
    }

    private static Drowsiness drowsiness(double[] occipital) {
        WindowGrid grid = WindowGrid.over(List.of(new Stretch(0, occipital.length)), 100);
        boolean[] closed = new boolean[grid.windows()];
        Arrays.fill(closed, true);
        return Drowsiness.find(new double[][] {occipital}, new SamplingRate(100), grid, closed);
    }

    private static double[] rhythm(int seconds, java.util.function.IntUnaryOperator hertzOfSecond) {
        double[] rhythm = new double[100 * seconds];
        for (int n = 0; n < rhythm.length; n++) {
            rhythm[n] = 20 * Math.sin(2 * Math.PI * hertzOfSecond.applyAsInt(n / 100) * n / 100);
        }
        return rhythm;
    }
}
