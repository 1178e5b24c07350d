package org.neuroward.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PairMatrixTest {

    @Test
    void pairsAreCountedRowByRowAboveTheDiagonal() {
        PairMatrix matrix = PairMatrix.symmetric(4, new double[] {1, 2, 3, 12, 13, 23});

        assertThat(matrix.get(0, 3)).isEqualTo(3);
        assertThat(matrix.get(1, 2)).isEqualTo(12);
        assertThat(matrix.get(2, 1)).isEqualTo(12);
        assertThat(matrix.get(3, 2)).isEqualTo(23);
    }

    @Test
    void anAntisymmetricMatrixTurnsItsSignWithTheOrder() {
        PairMatrix matrix = PairMatrix.antisymmetric(2, new double[] {0.5});

        assertThat(matrix.get(0, 1)).isEqualTo(0.5);
        assertThat(matrix.get(1, 0)).isEqualTo(-0.5);
        assertThat(matrix.isSymmetric()).isFalse();
        assertThat(matrix.magnitudes().get(1, 0)).isEqualTo(0.5);
        assertThat(matrix.magnitudes().isSymmetric()).isTrue();
    }

    @Test
    void whatHasNoValueIsEmptyAndItselfIsNoPair() {
        PairMatrix matrix = PairMatrix.symmetric(2, new double[] {Double.NaN});

        assertThat(matrix.find(0, 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.get(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PairMatrix.symmetric(3, new double[2]));
    }
}
