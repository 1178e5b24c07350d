package org.neuroward.features;

import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of what each feature gives for the usual signal: two machines or JDKs that agree print the same lines. */
final class FeatureDigests {

    private FeatureDigests() {}

    public static void main(String[] ignored) {
        of().forEach((name, digest) -> System.out.println(digest + "  " + name));
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
