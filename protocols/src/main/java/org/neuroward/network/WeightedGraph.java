package org.neuroward.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.signal.SeededRandom;

/** An undirected graph with positive weights, no loops and at least one edge; immutable. */
public final class WeightedGraph {

    private static final int SWAPS_PER_EDGE = 10;
    private static final int ATTEMPTS_PER_EDGE = 100;

    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    private WeightedGraph(int nodes, int[] from, int[] to, double[] weights) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.weights = weights;
    }

    /**
     * The strongest pairs as edges; of equal ones those that come first. Proportional thresholds make graphs comparable: they have
     * as many edges, however strong.
     *
     * @param strengths symmetric
     * @param density part of all pairs that become edges, above 0 to 1; rounded to whole edges, at least one
     * @return empty when a pair has no value, or fewer pairs than needed are above 0
     */
    public static Optional<WeightedGraph> strongest(PairMatrix strengths, double density) {
        if (!strengths.isSymmetric() || !(density > 0 && density <= 1)) {
            throw new IllegalArgumentException("edges have no direction, and a graph has some of all pairs: symmetric="
                    + strengths.isSymmetric() + ", density=" + density);
        }
        double[] all = strengths.upper();
        int edges = Math.max(1, (int) Math.rint(density * all.length));
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble(pair -> -all[pair]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (edges > all.length
                || !(all[order[edges - 1]] > 0)
                || !Arrays.stream(all).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double[] kept = new double[all.length];
        for (int e = 0; e < edges; e++) {
            kept[order[e]] = all[order[e]];
        }
        return Optional.of(of(PairMatrix.symmetric(strengths.channels(), kept)));
    }

    /** Every pair above 0 is an edge. @throws IllegalArgumentException when none is, or one is negative, infinite or absent */
    public static WeightedGraph of(PairMatrix weights) {
        int edges = (int) Arrays.stream(weights.upper()).filter(w -> w > 0).count();
        if (edges == 0 || !Arrays.stream(weights.upper()).allMatch(w -> w >= 0 && w < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a graph has weights of 0 and above, and at least one edge: nodes="
                    + weights.channels() + ", edges=" + edges);
        }
        WeightedGraph graph = new WeightedGraph(weights.channels(), new int[edges], new int[edges], new double[edges]);
        int edge = 0;
        for (int i = 0; i < weights.channels(); i++) {
            for (int j = i + 1; j < weights.channels(); j++) {
                if (weights.get(i, j) > 0) {
                    graph.from[edge] = i;
                    graph.to[edge] = j;
                    graph.weights[edge++] = weights.get(i, j);
                }
            }
        }
        return graph;
    }

    public int nodes() {
        return nodes;
    }

    public int edges() {
        return weights.length;
    }

    /** Number of edges at each node. */
    public int[] degrees() {
        int[] degrees = new int[nodes];
        for (int edge = 0; edge < weights.length; edge++) {
            degrees[from[edge]]++;
            degrees[to[edge]]++;
        }
        return degrees;
    }

    /**
     * A random graph in which every node has as many edges as here (Maslov and Sneppen 2002, Science 296:910): two edges a–b and c–d
     * become a–d and c–b, ten times as often as there are edges, never into a loop or a second edge. Weights go with their
     * edges. A graph that allows no such change (complete, a star) stays as it is.
     */
    public WeightedGraph rewired(SeededRandom random) {
        int[] a = from.clone();
        int[] b = to.clone();
        boolean[] joined = new boolean[nodes * nodes];
        for (int edge = 0; edge < a.length; edge++) {
            join(joined, a[edge], b[edge], true);
        }
        int swaps = SWAPS_PER_EDGE * a.length;
        for (int attempt = 0; attempt < ATTEMPTS_PER_EDGE * a.length && swaps > 0; attempt++) {
            int one = random.nextInt(a.length);
            int other = random.nextInt(a.length);
            boolean turned = random.nextInt(2) == 1;
            int c = turned ? b[other] : a[other];
            int d = turned ? a[other] : b[other];
            if (a[one] == d || b[one] == c || joined[a[one] * nodes + d] || joined[c * nodes + b[one]]) {
                continue;
            }
            join(joined, a[one], b[one], false);
            join(joined, c, d, false);
            join(joined, a[one], d, true);
            join(joined, c, b[one], true);
            a[other] = c;
            b[other] = b[one];
            b[one] = d;
            swaps--;
        }
        return new WeightedGraph(nodes, a, b, weights);
    }

    /** Weights over the largest one, 0 where there is no edge: [i · nodes + j]. */
    double[] relativeWeights() {
        double largest = Arrays.stream(weights).max().orElseThrow();
        double[] matrix = new double[nodes * nodes];
        for (int edge = 0; edge < weights.length; edge++) {
            double weight = weights[edge] / largest;
            matrix[from[edge] * nodes + to[edge]] = weight;
            matrix[to[edge] * nodes + from[edge]] = weight;
        }
        return matrix;
    }

    private void join(boolean[] joined, int i, int j, boolean value) {
        joined[i * nodes + j] = value;
        joined[j * nodes + i] = value;
    }
}
