package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;

class SlepianTapersTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void tapersAndConcentrationsAreThoseOfSciPy(int which) {
        JsonNode expected = ReferenceFile.read("spectra.json").get("tapers").get(which);
        double[] concentrations = ReferenceFile.doubles(expected.get("concentrations"));

        SlepianTapers tapers = SlepianTapers.of(
                expected.get("length").asInt(),
                expected.get("timeHalfBandwidth").asDouble(),
                concentrations.length);

        for (int k = 0; k < concentrations.length; k++) {
            double[] picked = ReferenceFile.doubles(expected.get("tapers").get(k));
            double[] taper = tapers.taper(k);
            assertThat(tapers.concentration(k)).isCloseTo(concentrations[k], within(1e-9));
            for (int i = 0; i < picked.length; i++) {
                assertThat(taper[i * expected.get("every").asInt()]).isCloseTo(picked[i], within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 4, 7", "7500, 15, 29", "2, 0.5, 2", "3, 1, 3", "640, 0.5, 1", "401, 50, 60"})
    void tapersAreOrthonormal(int length, double timeHalfBandwidth, int count) {
        SlepianTapers tapers = SlepianTapers.of(length, timeHalfBandwidth, count);

        for (int k = 0; k < count; k++) {
            for (int j = 0; j <= k; j++) {
                double[] one = tapers.taper(k);
                double[] other = tapers.taper(j);
                double product = 0;
                for (int n = 0; n < length; n++) {
                    product += one[n] * other[n];
                }
                assertThat(product).as(k + " x " + j).isCloseTo(j == k ? 1 : 0, within(1e-11));
            }
        }
    }

    @Test
    void twoSamplesHaveTheirClosedForm() {
        SlepianTapers tapers = SlepianTapers.of(2, 0.5, 2);

        // symmetry alone decides: (1, 1) and (1, -1) over the root of 2; concentration 2W ± sin(2πW)/π with W = 1/4
        double root = Math.sqrt(0.5);
        assertThat(tapers.taper(0)).containsExactly(new double[] {root, root}, within(1e-15));
        assertThat(tapers.taper(1)).containsExactly(new double[] {root, -root}, within(1e-15));
        assertThat(tapers.concentration(0)).isCloseTo(0.5 + 1 / Math.PI, within(1e-15));
        assertThat(tapers.concentration(1)).isCloseTo(0.5 - 1 / Math.PI, within(1e-15));
    }

    @Test
    void impossibleTapersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(1, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(100, 0.4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(100, 50, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(100, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(10, 4, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> SlepianTapers.of(100, Double.NaN, 7));
    }
}
