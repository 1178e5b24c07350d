package org.neuroward.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.signal.SeededRandom;

/**
 * The measures of a network at several densities, and of random networks with the same degrees. A value of the network is its mean
 * over the densities by the trapezoidal rule (its integral over density, divided by the range): no single threshold decides.
 *
 * <p>With 19 channels these are figures for research; a clinical result needs at least 32 channels.
 *
 * @param points in order of density, at least two
 * @param surrogates random networks at each density
 * @param seed from which they were drawn
 */
public record NetworkProfile(List<Point> points, int surrogates, long seed) {

    /** Parts of all pairs that are kept as edges. */
    public static final List<Double> USUAL_DENSITIES = List.of(0.10, 0.15, 0.20, 0.25, 0.30);

    public static final int USUAL_SURROGATES = 100;

    /**
     * One density.
     *
     * @param values of the network
     * @param surrogateMeans means over the random networks
     */
    public record Point(double density, GraphValues values, GraphValues surrogateMeans) {

        /** The value over its mean in random networks; empty when that is 0 (no triangle, no modules). */
        public OptionalDouble normalised(GraphMeasure measure) {
            double mean = surrogateMeans.get(measure);
            return mean > 0 ? OptionalDouble.of(values.get(measure) / mean) : OptionalDouble.empty();
        }

        /** σ = (C/C_r) / (L/L_r) (Humphries and Gurney 2008, PLoS ONE 3:e2051). */
        public OptionalDouble smallWorld() {
            OptionalDouble clustering = normalised(GraphMeasure.CLUSTERING);
            return clustering.isEmpty()
                    ? clustering
                    : OptionalDouble.of(clustering.getAsDouble()
                            / normalised(GraphMeasure.CHARACTERISTIC_PATH).orElseThrow());
        }
    }

    public NetworkProfile {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a range of densities has at least two: densities=" + points.size());
        }
        for (int d = 1; d < points.size(); d++) {
            if (!(points.get(d).density() > points.get(d - 1).density())) {
                throw new IllegalArgumentException(
                        "densities must ascend: first=" + points.get(d - 1).density() + ", second="
                                + points.get(d).density());
            }
        }
    }

    /** Densities 10 to 30 % in steps of 5 %, with 100 random networks each. */
    public static Optional<NetworkProfile> of(PairMatrix strengths, long seed) {
        return of(strengths, USUAL_DENSITIES, USUAL_SURROGATES, seed);
    }

    /**
     * @param strengths symmetric; pairs that are not above 0 are never edges
     * @param densities ascending, at least two
     * @param surrogates at least 1
     * @param seed to be kept with the values
     * @return empty when a pair has no value, or too few pairs are above 0 for the highest density
     */
    public static Optional<NetworkProfile> of(PairMatrix strengths, List<Double> densities, int surrogates, long seed) {
        if (surrogates < 1) {
            throw new IllegalArgumentException("at least one random network is needed: surrogates=" + surrogates);
        }
        List<Point> points = new ArrayList<>();
        for (int d = 0; d < densities.size(); d++) {
            Optional<WeightedGraph> graph = WeightedGraph.strongest(strengths, densities.get(d));
            if (graph.isEmpty()) {
                return Optional.empty();
            }
            points.add(new Point(
                    densities.get(d),
                    GraphValues.of(graph.get()),
                    surrogateMeans(graph.get(), surrogates, SeededRandom.of(seed, d))));
        }
        return Optional.of(new NetworkProfile(points, surrogates, seed));
    }

    public double integrated(GraphMeasure measure) {
        return integral(points.stream()
                .mapToDouble(point -> point.values().get(measure))
                .toArray());
    }

    /** Mean over densities of the value relative to random networks; empty when it is not defined at one of them. */
    public OptionalDouble normalised(GraphMeasure measure) {
        return integral(points.stream().map(point -> point.normalised(measure)).toList());
    }

    /** Mean over densities of σ; empty when it is not defined at one of them. Above 1 for a small world. */
    public OptionalDouble smallWorld() {
        return integral(points.stream().map(Point::smallWorld).toList());
    }

    private OptionalDouble integral(List<OptionalDouble> values) {
        return values.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : OptionalDouble.of(integral(
                        values.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()));
    }

    private double integral(double[] values) {
        double area = 0;
        for (int d = 1; d < values.length; d++) {
            area += (points.get(d).density() - points.get(d - 1).density()) * (values[d] + values[d - 1]) / 2;
        }
        return area / (points.getLast().density() - points.getFirst().density());
    }

    private static GraphValues surrogateMeans(WeightedGraph graph, int surrogates, SeededRandom random) {
        double clustering = 0;
        double efficiency = 0;
        double path = 0;
        double modularity = 0;
        for (int s = 0; s < surrogates; s++) {
            GraphValues values = GraphValues.of(graph.rewired(random));
            clustering += values.clustering();
            efficiency += values.globalEfficiency();
            path += values.characteristicPath();
            modularity += values.modularity();
        }
        return new GraphValues(
                clustering / surrogates, efficiency / surrogates, path / surrogates, modularity / surrogates);
    }
}
