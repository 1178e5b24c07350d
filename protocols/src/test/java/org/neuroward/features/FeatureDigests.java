package org.neuroward.features;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of what each feature gives for the usual signal: two machines or JDKs that agree print the same lines. */
final class FeatureDigests {

    private FeatureDigests() {}

    /** @param names of the features to print; none for all of them */
    public static void main(String[] names) {
        TestSignal signal = TestSignal.usual();
        Features.ALL.stream()
                .filter(feature -> names.length == 0 || List.of(names).contains(feature.name()))
                .sorted(Comparator.comparing(Feature::name))
                .forEach(feature -> System.out.println(of(feature, signal) + "  " + feature.name()));
    }

    static Map<String, String> of() {
        TestSignal signal = TestSignal.usual();
        Map<String, String> digests = new TreeMap<>();
        for (Feature feature : Features.ALL) {
            digests.put(feature.name(), of(feature, signal));
        }
        return digests;
    }

    static String of(Feature feature, TestSignal signal) {
        return Outcome.of(feature.computation().of(signal)).sha256();
    }
}
