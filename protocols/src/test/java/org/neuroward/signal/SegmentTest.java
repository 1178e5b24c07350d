package org.neuroward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void epochsFillTheStretchFromItsBeginning() {
        assertThat(new Segment(10, 1000).epochs(500, 250)).containsExactly(10, 260, 510);
        assertThat(new Segment(0, 1249).epochs(500, 500)).containsExactly(0, 500);
    }

    @Test
    void aStretchThatIsTooShortHoldsNoEpoch() {
        assertThat(new Segment(0, 499).epochs(500, 250)).isEmpty();
        assertThat(new Segment(7, 0).epochs(1, 1)).isEmpty();
    }

    @Test
    void anEpochHasALengthAndAStep() {
        assertThatThrownBy(() -> new Segment(0, 10).epochs(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Segment(0, 10).epochs(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void epochsBeyondWhatAnArrayCanHoldAreAFault() {
        assertThatThrownBy(() -> new Segment(Integer.MAX_VALUE, 10).epochs(1, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
