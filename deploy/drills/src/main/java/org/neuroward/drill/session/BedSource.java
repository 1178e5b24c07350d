package org.neuroward.drill.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Recording;

/** What a bed records, and what it must have recorded. */
public sealed interface BedSource {

    /** Seeds of simulated patients are smaller. */
    int MOST_SEEDS = 1_000_000;

    /** Options of an agent that records it. */
    List<String> agentOptions();

    /** What an unbroken recording of at least that many samples holds. */
    Recording open(long samples) throws IOException;

    /** True when its time passes while its agent is dead. */
    boolean isLive();

    /** EDF and BDF files in a folder and below; none when no folder is named. */
    static List<Path> files(String folder) throws IOException {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(Path.of(folder).toAbsolutePath())) {
            return found.filter(file -> file.toString().matches(".*\\.(edf|bdf)"))
                    .sorted()
                    .toList();
        }
    }

    /** Real recordings at every second bed where there are any; a new simulated patient each time at the others. */
    static Supplier<BedSource> of(int bed, List<Path> files, long seed) {
        var random = new Random(seed);
        if (files.isEmpty() || bed % 2 == 1) {
            return () -> new Simulated(random.nextInt(MOST_SEEDS));
        }
        return () -> new Played(files.get(random.nextInt(files.size())));
    }

    /** A simulated patient. */
    record Simulated(long seed) implements BedSource {

        @Override
        public List<String> agentOptions() {
            return List.of("--seed", Long.toString(seed));
        }

        @Override
        public Recording open(long samples) {
            return SimulatedRecording.of(seed, samples);
        }

        @Override
        public boolean isLive() {
            return true;
        }
    }

    /** A file, played in real time. */
    record Played(Path file) implements BedSource {

        @Override
        public List<String> agentOptions() {
            return List.of("--recording", file.toString());
        }

        @Override
        public Recording open(long samples) throws IOException {
            return EdfRecording.open(file);
        }

        @Override
        public boolean isLive() {
            return false;
        }
    }
}
