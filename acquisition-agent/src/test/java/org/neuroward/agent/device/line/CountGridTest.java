package org.neuroward.agent.device.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountGridTest {

    /** Resolutions of amplifiers in use, in µV. */
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1,
                0.5,
                10,
                152.6,
                0.0488281,
                0.0406901,
                1,
                0.02,
                0.0149,
                0.00596046448,
                0.00029,
                0.02235174,
                1e-6
            })
    void wholeNumbersOfADeviceLieOnTheGrid(double microvolts) {
        CountGrid grid = CountGrid.ofFractions(microvolts);

        assertThat(step(grid)).isBetween(0.005 * (1 - 1e-9), 0.02 * (1 + 1e-9));
        assertThat(grid.microvolts().max()).isGreaterThan(29_000);
        for (int value : new int[] {-1000, -1, 0, 1, 7, 1000}) {
            double wanted = value * microvolts;
            boolean fits = Math.abs(wanted) < grid.microvolts().max();
            boolean coarser = microvolts >= 0.005;
            assertThat(!fits
                            || !coarser
                            || Math.abs(grid.count(value) * step(grid) - wanted) <= 1e-8 * Math.abs(wanted))
                    .as("%s × %s", value, microvolts)
                    .isTrue();
        }
    }

    @Test
    void fractionsGoToTheNearestCount() {
        CountGrid grid = CountGrid.ofFractions(1);

        assertThat(grid.count(0.0299)).isEqualTo(1);
        assertThat(grid.count(0.0301)).isEqualTo(2);
        assertThat(grid.count(-12.345)).isEqualTo(-617);
    }

    @Test
    void whatIsOutOfRangeStaysAtTheLimit() {
        CountGrid grid = CountGrid.ofFractions(1);

        assertThat(grid.count(1e9)).isEqualTo(grid.digital().max());
        assertThat(grid.count(-1e30)).isEqualTo(grid.digital().min());
        assertThat(grid.digital().max()).isLessThanOrEqualTo(8_388_607);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.0488281, 152.6, 0.00029, 1})
    void countsStayWhatTheyAre(double microvolts) {
        CountGrid grid = CountGrid.ofCounts(microvolts, 32768);

        assertThat(grid.count(-32768)).isEqualTo(-32768);
        assertThat(grid.count(32767)).isEqualTo(32767);
        assertThat(step(grid)).isCloseTo(microvolts, within(microvolts * 1e-8));
    }

    /** The header of EDF and BDF has eight characters for each end of the range. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.0488281, 0.0406901, 1, 0.00596046448, 0.02235174, 152.6, 3.3333333})
    void theRangeFitsAHeader(double microvolts) {
        for (CountGrid grid :
                new CountGrid[] {CountGrid.ofFractions(microvolts), CountGrid.ofCounts(microvolts, 32768)}) {
            assertThat(BigDecimal.valueOf(grid.microvolts().min())
                            .stripTrailingZeros()
                            .toPlainString())
                    .hasSizeLessThanOrEqualTo(8);
        }
    }

    /**
     * Resolutions whose range no header can hold exactly, of 1024 channels: the search for one ends. It took minutes, while
     * the device waited for its connection to be read.
     */
    @Test
    @Timeout(10)
    void aThousandResolutionsThatFitNoHeaderAreDoneWithAtOnce() {
        for (int channel = 0; channel < 1024; channel++) {
            assertThat(CountGrid.ofCounts(1e6 - channel, 32768).count(1)).isEqualTo(1);
            assertThat(CountGrid.ofFractions(1e-6 * (1 + channel * Math.PI))
                            .digital()
                            .max())
                    .isPositive();
        }
    }

    private static double step(CountGrid grid) {
        return grid.microvolts().max() / grid.digital().max();
    }
}
