package org.neuroward.scalp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neuroward.scalp.ChannelInterpolation.Refusal;
import org.neuroward.signal.Electrodes;

class ChannelInterpolationTest {

    @Test
    void atMostATenthOfTheChannelsIsInterpolated() {
        List<String> twenty = new ArrayList<>(Electrodes.SCREEN_19);
        twenty.add("Oz");

        assertThat(plan(Electrodes.SCREEN_19, "C3").interpolated()).containsExactly("C3");
        assertThat(plan(Electrodes.SCREEN_19, "C3", "C4").interpolated()).isEmpty();
        assertThat(plan(Electrodes.SCREEN_19, "C3", "C4").notAvailable())
                .isEqualTo(Map.of("C3", Refusal.TOO_MANY_BAD, "C4", Refusal.TOO_MANY_BAD));
        assertThat(plan(twenty, "C4", "C3").interpolated()).containsExactly("C3", "C4");
    }

    @Test
    void aChannelThatAFeatureUsesDirectlyIsNotAvailable() {
        ChannelInterpolation plan =
                ChannelInterpolation.plan(SphericalSplineTest.DENSE, Set.of("F3", "Oz"), Set.of("F3", "F4"));

        assertThat(plan.interpolated()).containsExactly("Oz");
        assertThat(plan.notAvailable()).isEqualTo(Map.of("F3", Refusal.USED_DIRECTLY));
    }

    @Test
    void whatHasNoPlaceOnTheScalpIsNotAvailableAndLendsNothing() {
        List<String> names = new ArrayList<>(Electrodes.SCREEN_19);
        names.addAll(List.of("M1", "X7"));
        double[][] microvolts = new double[21][4];
        for (double[] channel : microvolts) {
            Arrays.fill(channel, 5);
        }
        Arrays.fill(microvolts[19], 1e6);

        ChannelInterpolation plan = plan(names, "X7", "Pz");
        plan.apply(microvolts, 4);

        assertThat(plan.notAvailable()).isEqualTo(Map.of("X7", Refusal.POSITION_UNKNOWN));
        // weights sum to 1: all at 5 µV makes 5 µV, whatever the mastoid does
        assertThat(microvolts[names.indexOf("Pz")])
                .containsExactly(new double[] {5, 5, 5, 5}, org.assertj.core.data.Offset.offset(1e-10));
    }

    @Test
    void onlyTheSamplesAskedForAndOnlyBadChannelsAreOverwritten() {
        double[][] microvolts = new double[19][6];
        for (int c = 0; c < 19; c++) {
            Arrays.fill(microvolts[c], c + 1);
        }

        plan(Electrodes.SCREEN_19, "Cz").apply(microvolts, 3);

        int cz = Electrodes.SCREEN_19.indexOf("Cz");
        assertThat(microvolts[cz][2]).isNotEqualTo(cz + 1);
        assertThat(microvolts[cz][3]).isEqualTo(cz + 1);
        assertThat(microvolts[0]).containsOnly(1);
    }

    @Test
    void withoutGoodNeighboursThereIsNothingToInterpolateFrom() {
        assertThat(plan(List.of("Cz"), "Cz").notAvailable()).containsKey("Cz");
        assertThat(plan(Electrodes.SCREEN_19).interpolated()).isEmpty();
        assertThat(plan(List.of()).interpolated()).isEmpty();
    }

    @Test
    void anotherSignalThanPlannedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Electrodes.SCREEN_19, "Cz").apply(new double[3][5], 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Electrodes.SCREEN_19, "Cz").apply(new double[19][5], 6));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of("Cz", "Cz")));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of("Cz"), "Pz"));
    }

    private static ChannelInterpolation plan(List<String> names, String... bad) {
        return ChannelInterpolation.plan(names, Set.of(bad), Set.of());
    }
}
