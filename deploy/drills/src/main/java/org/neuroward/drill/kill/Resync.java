package org.neuroward.drill.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.session.BedWork;

/** How long after a start of the server the beds' new frames are on its disk again: looks at the logs that grow. */
final class Resync {

    private static final long LOOK_MILLIS = 10;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final RunningClinic clinic;
    private final List<BedWork> beds;
    private final List<Double> startMillis = new ArrayList<>();
    private final List<Double> firstMillis = new ArrayList<>();

    Resync(RunningClinic clinic, List<BedWork> beds) {
        this.clinic = clinic;
        this.beds = beds;
    }

    /** What the logs of the recordings that run hold, in bytes. */
    long stored() throws IOException {
        long sum = 0;
        for (BedWork bed : beds) {
            Optional<UUID> recording = bed.recording();
            if (recording.isPresent()) {
                sum += bytes(clinic.dataFolder()
                        .resolve("recordings/log")
                        .resolve(recording.get().toString()));
            }
        }
        return sum;
    }

    private static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sum += Files.size(file);
            }
        } catch (NoSuchFileException notYet) {
            return 0;
        }
        return sum;
    }

    /**
     * Measures one start.
     *
     * @param before bytes stored when the server was dead
     * @param launchedNanos when its process was started
     * @param readyNanos when it said that it is ready
     */
    void measure(long before, long launchedNanos, long readyNanos) throws IOException, InterruptedException {
        startMillis.add((readyNanos - launchedNanos) / 1e6);
        if (beds.stream().noneMatch(BedWork::isRecording)) {
            return;
        }
        while (System.nanoTime() - readyNanos < LONGEST_NANOS) {
            if (stored() > before) {
                firstMillis.add((System.nanoTime() - readyNanos) / 1e6);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        firstMillis.add(LONGEST_NANOS / 1e6);
    }

    int measured() {
        return firstMillis.size();
    }

    Object[] startRow() {
        return row("from the start of the process to ready", startMillis);
    }

    Object[] firstRow() {
        return row("from ready to the first new frame on the disk", firstMillis);
    }

    private static Object[] row(String what, List<Double> millis) {
        return new Object[] {
            what, millis.size(), percentile(millis, 0.5), percentile(millis, 0.99), percentile(millis, 1)
        };
    }

    private static String percentile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return "–";
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return String.format(Locale.ROOT, "%.0f", sorted.get(Math.max(0, at)));
    }
}
