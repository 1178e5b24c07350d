package org.neuroward.features;

import java.util.List;
import java.util.stream.Stream;

/** All public computations of the library: a new one gets a line in the list of its package. */
final class Features {

    static final List<Feature> ALL = Stream.of(
                    SpectrumFeatures.ALL,
                    FilterFeatures.ALL,
                    ArtifactFeatures.ALL,
                    ScalpFeatures.ALL,
                    ConnectivityFeatures.ALL,
                    ComplexityFeatures.ALL,
                    NetworkFeatures.ALL,
                    EvokedFeatures.ALL)
            .flatMap(List::stream)
            .toList();

    private Features() {}
}
