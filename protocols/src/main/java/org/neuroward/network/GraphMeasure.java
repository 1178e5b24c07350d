package org.neuroward.network;

/**
 * What a weighted graph is measured by. Weights are divided by the largest one; the length of an edge is the reciprocal of its
 * weight. All measures are without unit.
 */
public enum GraphMeasure {

    /**
     * Mean over nodes of (Σ over pairs of neighbours j, h of (w_ij w_jh w_hi)^⅓) / (k (k-1) / 2), 0 for a node of degree k below 2
     * (Onnela et al. 2005, Phys. Rev. E 71:065103).
     */
    CLUSTERING("clustering"),

    /** Mean over pairs of nodes of the reciprocal of the shortest path, 0 where there is none (Latora and Marchiori 2001). */
    GLOBAL_EFFICIENCY("global-efficiency"),

    /**
     * Harmonic mean of the shortest paths between all pairs: the reciprocal of the global efficiency, defined for graphs that fall
     * into parts (Newman 2003, SIAM Rev. 45:167).
     */
    CHARACTERISTIC_PATH("characteristic-path"),

    /**
     * Q = Σ over modules of (weight inside / W - (strength / 2W)²) (Newman 2004, Phys. Rev. E 70:056131) of the partition that
     * merging greedily finds (Clauset, Newman and Moore 2004, Phys. Rev. E 70:066111): from single nodes on, the pair of modules
     * whose union raises Q most, the first such pair, until none does. Always the same partition, not always the best one.
     */
    MODULARITY("modularity");

    private final String code;

    GraphMeasure(String code) {
        this.code = code;
    }

    /** As in the code of a result. */
    public String code() {
        return code;
    }
}
