package org.neuroward.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.signal.SeededRandom;

class NetworkProfileTest {

    /** Weights of four real recordings, measured by networkx; see {@code network_reference.py}. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void valuesAreThoseOfNetworkx(int recording) {
        JsonNode reference =
                ReferenceFile.read("network.json").get("recordings").get(recording);
        PairMatrix strengths = PairMatrix.symmetric(
                reference.get("channels").asInt(), ReferenceFile.doubles(reference.get("weights")));

        NetworkProfile profile = NetworkProfile.of(strengths, NetworkProfile.USUAL_DENSITIES, 400, 20260)
                .orElseThrow();

        for (int d = 0; d < profile.points().size(); d++) {
            NetworkProfile.Point point = profile.points().get(d);
            JsonNode expected = reference.get("points").get(d);
            assertThat(point.density()).isEqualTo(expected.get("density").asDouble());
            assertThat(all(point.values()))
                    .containsExactly(ReferenceFile.doubles(expected.get("values")), within(1e-9));
            assertMeans(point, expected);
        }
    }

    /** Two means of 400 random networks each: four standard errors of their difference, and rounding for those that are fixed. */
    private static void assertMeans(NetworkProfile.Point point, JsonNode expected) {
        double[] means = ReferenceFile.doubles(expected.get("surrogateMeans"));
        double[] errors = ReferenceFile.doubles(expected.get("surrogateStandardErrors"));
        double[] actual = all(point.surrogateMeans());
        for (int m = 0; m < means.length; m++) {
            assertThat(actual[m])
                    .as(GraphMeasure.values()[m] + " at density " + point.density())
                    .isCloseTo(means[m], within(4 * Math.sqrt(2) * errors[m] + 1e-9));
        }
    }

    @Test
    void aRingWithAFewShortcutsIsASmallWorldAndARandomNetworkIsNot() {
        SeededRandom random = new SeededRandom(5);
        int nodes = 40;
        double[] ring = new double[nodes * (nodes - 1) / 2];
        double[] noise = new double[ring.length];
        int pair = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++, pair++) {
                int distance = Math.min(j - i, nodes - j + i);
                ring[pair] = random.nextInt(25) == 0 ? 1 : 1.0 / distance;
                noise[pair] = 0.5 + random.nextDouble();
            }
        }

        NetworkProfile smallWorld =
                NetworkProfile.of(PairMatrix.symmetric(nodes, ring), 1).orElseThrow();
        NetworkProfile noWorld =
                NetworkProfile.of(PairMatrix.symmetric(nodes, noise), 1).orElseThrow();

        assertThat(smallWorld.smallWorld().orElseThrow()).isGreaterThan(1.5);
        // one random network among random networks: clustering at 10 % density deviates by a fifth
        assertThat(noWorld.smallWorld().orElseThrow()).isCloseTo(1, within(0.3));
    }

    @Test
    void theIntegralIsTrapezoidalAndRelativeToTheRange() {
        GraphValues none = new GraphValues(0.2, 0.5, 2, 0.3);
        NetworkProfile profile = new NetworkProfile(
                List.of(
                        new NetworkProfile.Point(0.1, new GraphValues(0, 1, 1, 0), none),
                        new NetworkProfile.Point(0.2, new GraphValues(1, 0.5, 2, 0), none),
                        new NetworkProfile.Point(0.4, new GraphValues(3, 0.25, 4, 0), none)),
                1,
                1);

        // (0.1 · (0+1)/2 + 0.2 · (1+3)/2) / 0.3
        assertThat(profile.integrated(GraphMeasure.CLUSTERING)).isCloseTo(0.45 / 0.3, within(1e-12));
        assertThat(profile.normalised(GraphMeasure.CLUSTERING).orElseThrow())
                .isCloseTo(0.45 / 0.3 / 0.2, within(1e-12));
        // σ: 0, (1/0.2) / (2/2) = 5, (3/0.2) / (4/2) = 7.5
        assertThat(profile.smallWorld().orElseThrow())
                .isCloseTo((0.1 * 5 / 2 + 0.2 * (5 + 7.5) / 2) / 0.3, within(1e-12));
    }

    @Test
    void theSeedDecides() {
        PairMatrix strengths = randomStrengths(20, 8);

        assertThat(NetworkProfile.of(strengths, NetworkProfile.USUAL_DENSITIES, 5, 1))
                .isEqualTo(NetworkProfile.of(strengths, NetworkProfile.USUAL_DENSITIES, 5, 1))
                .isNotEqualTo(NetworkProfile.of(strengths, NetworkProfile.USUAL_DENSITIES, 5, 2));
    }

    @Test
    void withoutTrianglesInRandomNetworksThereIsNoNormalisedClustering() {
        NetworkProfile few = NetworkProfile.of(randomStrengths(4, 9), 1).orElseThrow();

        assertThat(few.normalised(GraphMeasure.CLUSTERING)).isEmpty();
        assertThat(few.smallWorld()).isEmpty();
        assertThat(few.integrated(GraphMeasure.CLUSTERING)).isZero();
    }

    @Test
    void withoutEnoughStrengthsThereIsNoProfile() {
        double[] negative = new double[190];
        Arrays.fill(negative, 0, 30, 0.5);
        Arrays.fill(negative, 30, 190, -0.1);

        assertThat(NetworkProfile.of(PairMatrix.symmetric(20, negative), 1)).isEmpty();
        assertThat(NetworkProfile.of(PairMatrix.symmetric(20, new double[190]), 1))
                .isEmpty();
        assertThat(NetworkProfile.of(PairMatrix.symmetric(1, new double[0]), 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkProfile.of(randomStrengths(9, 1), List.of(0.2, 0.1), 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkProfile.of(randomStrengths(9, 1), List.of(0.2), 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkProfile.of(randomStrengths(9, 1), List.of(0.1, 0.2), 0, 1));
    }

    private static double[] all(GraphValues values) {
        return Arrays.stream(GraphMeasure.values()).mapToDouble(values::get).toArray();
    }

    private static PairMatrix randomStrengths(int nodes, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] upper = new double[nodes * (nodes - 1) / 2];
        Arrays.setAll(upper, pair -> 0.01 + random.nextDouble());
        return PairMatrix.symmetric(nodes, upper);
    }
}
