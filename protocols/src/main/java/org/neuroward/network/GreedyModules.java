package org.neuroward.network;

/** Modules by greedy merging: see {@link GraphMeasure#MODULARITY}. */
final class GreedyModules {

    private final int nodes;
    /** Part of all weight between two modules (both directions together: twice on the diagonal's scale). */
    private final double[] between;
    /** Part of all ends of edges that a module has. */
    private final double[] ends;

    private final boolean[] merged;

    private GreedyModules(double[] weights, int nodes) {
        this.nodes = nodes;
        this.between = new double[weights.length];
        this.ends = new double[nodes];
        this.merged = new boolean[nodes];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                between[i * nodes + j] = weights[i * nodes + j] / total;
                ends[i] += weights[i * nodes + j] / total;
            }
        }
    }

    static double modularity(double[] weights, int nodes) {
        GreedyModules modules = new GreedyModules(weights, nodes);
        double modularity = 0;
        for (int node = 0; node < nodes; node++) {
            modularity -= modules.ends[node] * modules.ends[node];
        }
        double gain = modules.mergeBest();
        while (gain > 0) {
            modularity += gain;
            gain = modules.mergeBest();
        }
        return modularity;
    }

    /** Merges the two modules whose union raises the modularity most. @return by how much; 0 when none does */
    private double mergeBest() {
        double best = 0;
        int first = 0;
        int second = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes && !merged[i]; j++) {
                double gain = merged[j] ? 0 : 2 * (between[i * nodes + j] - ends[i] * ends[j]);
                if (gain > best) {
                    best = gain;
                    first = i;
                    second = j;
                }
            }
        }
        if (best > 0) {
            merge(first, second);
        }
        return best;
    }

    private void merge(int into, int module) {
        for (int k = 0; k < nodes; k++) {
            between[into * nodes + k] += between[module * nodes + k];
            between[k * nodes + into] = between[into * nodes + k];
        }
        ends[into] += ends[module];
        merged[module] = true;
    }
}
