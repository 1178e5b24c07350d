package org.neuroward.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AverageReferenceTest {

    @Test
    void channelsAddUpToZeroAndDifferencesStay() {
        double[][] microvolts = {{1, 5}, {2, -5}, {6, 9}};

        AverageReference.apply(microvolts);

        assertThat(microvolts[0][0] + microvolts[1][0] + microvolts[2][0]).isCloseTo(0, within(1e-12));
        assertThat(microvolts[2][1] - microvolts[0][1]).isCloseTo(4, within(1e-12));
        assertThat(microvolts[0][0]).isCloseTo(-2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "19, 19, true",
        "16, 19, true",
        "15, 19, false",
        "16, 16, true",
        "15, 15, false",
        "51, 64, false",
        "52, 64, true"
    })
    void takesSixteenGoodChannelsAndFourFifthsOfThoseRecorded(int good, int recorded, boolean possible) {
        assertThat(AverageReference.isPossible(good, recorded)).isEqualTo(possible);
    }
}
