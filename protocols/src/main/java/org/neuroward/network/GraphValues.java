package org.neuroward.network;

import java.util.Arrays;

/** The measures of one graph. */
public record GraphValues(double clustering, double globalEfficiency, double characteristicPath, double modularity) {

    public static GraphValues of(WeightedGraph graph) {
        double[] weights = graph.relativeWeights();
        double efficiency = globalEfficiency(weights, graph.nodes());
        return new GraphValues(
                clustering(weights, graph.degrees()),
                efficiency,
                1 / efficiency,
                GreedyModules.modularity(weights, graph.nodes()));
    }

    public double get(GraphMeasure measure) {
        return switch (measure) {
            case CLUSTERING -> clustering;
            case GLOBAL_EFFICIENCY -> globalEfficiency;
            case CHARACTERISTIC_PATH -> characteristicPath;
            case MODULARITY -> modularity;
        };
    }

    /** With the cube roots of the weights, a triangle's intensity is a product. */
    private static double clustering(double[] weights, int[] degrees) {
        int nodes = degrees.length;
        double[] roots = new double[weights.length];
        for (int edge = 0; edge < weights.length; edge++) {
            roots[edge] = weights[edge] > 0 ? StrictMath.cbrt(weights[edge]) : 0;
        }
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            sum += degrees[i] < 2 ? 0 : 2 * triangles(roots, nodes, i) / (degrees[i] * (degrees[i] - 1.0));
        }
        return sum / nodes;
    }

    /** Sum of the intensities of the triangles at a node. */
    private static double triangles(double[] roots, int nodes, int i) {
        double sum = 0;
        for (int j = 0; j < nodes; j++) {
            double root = roots[i * nodes + j];
            for (int h = 0; h < j && root > 0; h++) {
                sum += root * roots[j * nodes + h] * roots[i * nodes + h];
            }
        }
        return sum;
    }

    private static double globalEfficiency(double[] weights, int nodes) {
        double[] paths = shortestPaths(weights, nodes);
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                sum += 1 / paths[i * nodes + j];
            }
        }
        return sum / (nodes * (nodes - 1) / 2.0);
    }

    /** Floyd and Warshall's: by way of one node after the other. Infinite where there is no path. */
    private static double[] shortestPaths(double[] weights, int nodes) {
        double[] paths = new double[weights.length];
        Arrays.setAll(paths, pair -> 1 / weights[pair]);
        for (int via = 0; via < nodes; via++) {
            for (int i = 0; i < nodes; i++) {
                double first = paths[i * nodes + via];
                if (first < Double.POSITIVE_INFINITY) {
                    for (int j = 0; j < nodes; j++) {
                        paths[i * nodes + j] = Math.min(paths[i * nodes + j], first + paths[via * nodes + j]);
                    }
                }
            }
        }
        return paths;
    }
}
