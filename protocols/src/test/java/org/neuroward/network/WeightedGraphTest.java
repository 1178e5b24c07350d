package org.neuroward.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.signal.SeededRandom;

class WeightedGraphTest {

    @Test
    void aCompleteGraphIsOneModuleOfTriangles() {
        GraphValues values = GraphValues.of(graph(12, (i, j) -> 1));

        assertThat(values.clustering()).isCloseTo(1, within(1e-12));
        assertThat(values.globalEfficiency()).isCloseTo(1, within(1e-12));
        assertThat(values.characteristicPath()).isCloseTo(1, within(1e-12));
        assertThat(values.modularity()).isCloseTo(0, within(1e-12));
    }

    /** Watts and Strogatz: with K neighbours on a ring, C = 3 (K-2) / (4 (K-1)); a path has ⌈distance / (K/2)⌉ edges. */
    @Test
    void aRingLatticeHasTheClusteringAndThePathsOfItsNeighbours() {
        int nodes = 21;
        double efficiency = 0;
        for (int distance = 1; distance <= 10; distance++) {
            efficiency += 1.0 / ((distance + 1) / 2) / 10;
        }

        GraphValues values = GraphValues.of(graph(nodes, (i, j) -> Math.min(j - i, nodes - j + i) <= 2 ? 1 : 0));

        assertThat(values.clustering()).isCloseTo(3 * 2 / (4 * 3.0), within(1e-12));
        assertThat(values.globalEfficiency()).isCloseTo(efficiency, within(1e-12));
        assertThat(values.characteristicPath()).isCloseTo(1 / efficiency, within(1e-12));
    }

    @Test
    void aStarHasNoTrianglesAndTwoStepsBetweenLeaves() {
        int leaves = 9;

        GraphValues values = GraphValues.of(graph(leaves + 1, (i, j) -> i == 0 ? 1 : 0));

        // 9 paths of 1, 36 of 2
        assertThat(values.clustering()).isZero();
        assertThat(values.globalEfficiency()).isCloseTo((9 + 36 / 2.0) / 45, within(1e-12));
        assertThat(values.modularity()).isCloseTo(0, within(1e-12));
    }

    /** m equal parts without edges between them: Q = 1 - 1/m; only pairs within a part have a path. */
    @Test
    void separateCliquesAreModules() {
        GraphValues values = GraphValues.of(graph(20, (i, j) -> i / 5 == j / 5 ? 3 : 0));

        assertThat(values.modularity()).isCloseTo(0.75, within(1e-12));
        assertThat(values.clustering()).isCloseTo(1, within(1e-12));
        assertThat(values.globalEfficiency()).isCloseTo(4 * 10 / 190.0, within(1e-12));
    }

    /** Weights 1, 1, ¼ (relative): cube root of their product; the long edge (4) is passed by (1 + 1). */
    @Test
    void weightsCountByTheirCubeRootsAndLengthsByTheirReciprocals() {
        WeightedGraph triangle = WeightedGraph.of(PairMatrix.symmetric(3, new double[] {8, 8, 2}));

        GraphValues values = GraphValues.of(triangle);

        assertThat(values.clustering()).isCloseTo(Math.cbrt(0.25), within(1e-12));
        assertThat(values.globalEfficiency()).isCloseTo((1 + 1 + 0.5) / 3, within(1e-12));
    }

    @Test
    void theStrongestPairsBecomeEdgesAndOfEqualOnesTheFirst() {
        // pairs 01 02 03 12 13 23
        PairMatrix strengths = PairMatrix.symmetric(4, new double[] {0.2, 0.9, 0.2, -0.5, 0.2, 0.4});

        assertThat(WeightedGraph.strongest(strengths, 0.5).orElseThrow().degrees())
                .containsExactly(2, 1, 2, 1);
        assertThat(WeightedGraph.strongest(strengths, 5 / 6.0).orElseThrow().edges())
                .isEqualTo(5);
        assertThat(WeightedGraph.strongest(strengths, 1)).isEmpty();
        assertThat(WeightedGraph.strongest(strengths, 0.001).orElseThrow().edges())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeAGraphIsEmptyOrRefused() {
        PairMatrix unknown = PairMatrix.symmetric(3, new double[] {1, Double.NaN, 1});
        PairMatrix directed = PairMatrix.antisymmetric(3, new double[] {1, 1, 1});
        PairMatrix lonely = PairMatrix.symmetric(1, new double[0]);

        assertThat(WeightedGraph.strongest(unknown, 0.3)).isEmpty();
        assertThat(WeightedGraph.strongest(lonely, 0.3)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedGraph.strongest(directed, 0.3));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedGraph.strongest(unknown, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedGraph.of(unknown));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedGraph.of(lonely));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rewiringKeepsDegreesAndWeightsAndChangesTheRest(long seed) {
        SeededRandom random = new SeededRandom(seed);
        WeightedGraph lattice = graph(30, (i, j) -> Math.min(j - i, 30 - j + i) <= 3 ? 1 + random.nextInt(9) : 0);

        WeightedGraph rewired = lattice.rewired(SeededRandom.of(seed, 1));

        assertThat(rewired.degrees()).isEqualTo(lattice.degrees());
        assertThat(sortedWeights(rewired)).isEqualTo(sortedWeights(lattice));
        assertThat(GraphValues.of(rewired).clustering())
                .isLessThan(GraphValues.of(lattice).clustering() / 1.5);
        assertThat(GraphValues.of(rewired)).isEqualTo(GraphValues.of(lattice.rewired(SeededRandom.of(seed, 1))));
    }

    @Test
    void aGraphThatCannotBeRewiredStaysAsItIs() {
        WeightedGraph star = graph(10, (i, j) -> i == 0 ? j : 0);
        WeightedGraph complete = graph(6, (i, j) -> 1 + i + j);

        assertThat(star.rewired(new SeededRandom(1)).relativeWeights()).isEqualTo(star.relativeWeights());
        assertThat(complete.rewired(new SeededRandom(1)).relativeWeights()).isEqualTo(complete.relativeWeights());
    }

    private static double[] sortedWeights(WeightedGraph graph) {
        double[] weights = graph.relativeWeights();
        Arrays.sort(weights);
        return weights;
    }

    /** @param weight of the pair i, j with i below j */
    private static WeightedGraph graph(int nodes, IntBinaryOperator weight) {
        double[] upper = new double[nodes * (nodes - 1) / 2];
        int pair = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                upper[pair++] = weight.applyAsInt(i, j);
            }
        }
        return WeightedGraph.of(PairMatrix.symmetric(nodes, upper));
    }
}
