package org.neuroward.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bits: on one thread or many, in any order, however the code is compiled. */
class SameBitsTest {

    private static final int THREADS = 8;
    private static final int TURNS = 3;

    /** Otherwise the digests below would compare nothing with nothing. */
    @ParameterizedTest
    @MethodSource("features")
    void theUsualSignalHasAValue(Feature feature) {
        assertThat(Outcome.of(feature.computation().of(TestSignal.usual())).isValue())
                .isTrue();
    }

    static List<Feature> features() {
        return Features.ALL;
    }

    @Test
    void manyThreadsInAnyOrderGiveTheBitsOfOneThread(TestInfo info) throws InterruptedException, ExecutionException {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println(info.getDisplayName() + ": seed=" + seed);
        Map<String, String> alone = FeatureDigests.of();
        List<Feature> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turns.addAll(Features.ALL);
        }
        Collections.shuffle(turns, new Random(seed));
        TestSignal signal = TestSignal.usual();

        Map<Feature, List<Future<String>>> together = new TreeMap<>(java.util.Comparator.comparing(Feature::name));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Feature feature : turns) {
                together.computeIfAbsent(feature, f -> new ArrayList<>())
                        .add(threads.submit(() -> FeatureDigests.of(feature, signal)));
            }
        }

        for (var feature : together.entrySet()) {
            for (Future<String> digest : feature.getValue()) {
                assertThat(digest.get())
                        .as(feature.getKey().name() + ", seed=" + seed)
                        .isEqualTo(alone.get(feature.getKey().name()));
            }
        }
    }

    /** Interpreted, by each of the compilers alone, and without the wide registers of the processor. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation -Xbatch",
                "-Xcomp -XX:-TieredCompilation -XX:CompileCommand=quiet -XX:CompileOnly=org/neuroward/*.*",
                "-XX:UseAVX=0"
            })
    void anotherWayToRunTheCodeGivesTheSameBits(String options) throws IOException, InterruptedException {
        Map<String, String> here = FeatureDigests.of();

        List<String> there = digestsOfJvm(options);

        assertThat(there).isEqualTo(lines(here));
    }

    /**
     * The fixture names the virtual machines and JDKs that gave these digests. A change that is meant to change bits replaces
     * the file by what {@link FeatureDigests} prints; one that is not has broken something.
     */
    @Test
    void theBitsAreThoseOfOtherMachinesAndJdks() throws IOException {
        List<String> recorded;
        try (var file = SameBitsTest.class.getResourceAsStream("/features/digests.txt")) {
            recorded = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }

        List<String> here = lines(FeatureDigests.of());

        assertThat(here).isEqualTo(recorded);
    }

    private static List<String> lines(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey())
                .toList();
    }

    private static List<String> digestsOfJvm(String options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // An option that this processor's JVM does not have changes nothing there.
        words.add("-XX:+IgnoreUnrecognizedVMOptions");
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), FeatureDigests.class.getName()));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join(" ", words)).isZero();
        return lines;
    }
}
