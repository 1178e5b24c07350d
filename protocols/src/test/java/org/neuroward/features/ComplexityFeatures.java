package org.neuroward.features;

import java.util.List;
import org.neuroward.complexity.HiguchiDimension;
import org.neuroward.complexity.HjorthParameters;
import org.neuroward.complexity.LempelZiv;
import org.neuroward.complexity.LinearTrend;
import org.neuroward.complexity.MultiscaleEntropy;
import org.neuroward.complexity.PermutationEntropy;
import org.neuroward.complexity.SampleEntropy;

/** Computations of package {@code complexity}. */
final class ComplexityFeatures {

    private static final long SEED = 5;

    static final List<Feature> ALL = List.of(
            new Feature("sample-entropy", SampleEntropy.class, s -> SampleEntropy.of(s.one())
                    .value()),
            new Feature("sample-entropy-three-samples", SampleEntropy.class, s -> SampleEntropy.of(s.one(), 3, 0.5)
                    .value()),
            new Feature(
                    "multiscale-entropy",
                    MultiscaleEntropy.class,
                    s -> MultiscaleEntropy.of(s.one(), 2, 0.15, 10).scales().stream()
                            .map(SampleEntropy::value)
                            .toList()),
            new Feature("lempel-ziv", LempelZiv.class, s -> LempelZiv.of(s.one())
                    .map(found -> List.of(found.phrases(), found.normalised()))),
            new Feature("lempel-ziv-of-bits", LempelZiv.class, s -> LempelZiv.of(bits(s))),
            new Feature(
                    "lempel-ziv-against-surrogates",
                    LempelZiv.class,
                    s -> LempelZiv.relativeToSurrogates(s.one(), 2, SEED)),
            new Feature("higuchi-dimension", HiguchiDimension.class, s -> HiguchiDimension.of(s.one(), 10)),
            new Feature("hjorth-parameters", HjorthParameters.class, s -> HjorthParameters.of(s.one())),
            new Feature("permutation-entropy", PermutationEntropy.class, s -> PermutationEntropy.of(s.one(), 3, 1)),
            new Feature(
                    "permutation-entropy-bits", PermutationEntropy.class, s -> PermutationEntropy.bits(s.one(), 5, 2)),
            new Feature("linear-trend", LinearTrend.class, s -> LinearTrend.remove(s.one())));

    private ComplexityFeatures() {}

    private static boolean[] bits(TestSignal signal) {
        double[] samples = signal.one();
        boolean[] bits = new boolean[samples.length];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = samples[n] > 0;
        }
        return bits;
    }
}
