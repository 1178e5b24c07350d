package org.neuroward.features;

import java.util.List;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.network.NetworkProfile;
import org.neuroward.network.WeightedGraph;
import org.neuroward.spectrum.Band;

/** Computations of package {@code network}, on the phase-lag strengths of the signal. */
final class NetworkFeatures {

    private static final Band ALPHA = new Band("alpha", 8, 13);
    private static final long SEED = 7;

    static final List<Feature> ALL = List.of(
            new Feature(
                    "network-profile",
                    NetworkProfile.class,
                    s -> NetworkProfile.of(strengths(s), List.of(0.2, 0.3), 4, SEED)),
            new Feature("strongest-edges", WeightedGraph.class, s -> WeightedGraph.strongest(strengths(s), 0.25)
                    .map(WeightedGraph::degrees)));

    private NetworkFeatures() {}

    private static PairMatrix strengths(TestSignal signal) {
        return CrossSpectra.of(signal.microvolts(), signal.rate(), signal.epochs(250), 250, List.of(ALPHA))
                .band(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX, ALPHA);
    }
}
