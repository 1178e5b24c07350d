package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.neuroward.signal.Channel;
import org.neuroward.wire.LogFiles.Space;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.SpoolFacts;

/** Looks after the spool's disks off the writing path: the next segment, failed disks, age, room, figures. */
final class SpoolCare implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpoolCare.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int ROUNDS_BETWEEN_FIGURES = 5;
    private static final long ALARM_BYTES = 2L * 1024 * 1024 * 1024;

    private final SpoolPlan plan;
    private final DiskWatch disks;
    private final Retention retention;
    private final List<SpooledRecording> recordings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("spool-care").daemon().unstarted(this::run);
    private volatile long bytes;
    private boolean alarmed;

    SpoolCare(SpoolPlan plan, DiskWatch disks, Retention retention, List<SpooledRecording> recordings) {
        this.plan = plan;
        this.disks = disks;
        this.retention = retention;
        this.recordings = recordings;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (int round = 0; !closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS); round++) {
                look(round % ROUNDS_BETWEEN_FIGURES == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean figures) {
        disks.probe();
        for (SpooledRecording recording : recordings) {
            recording.store().store();
            saveProgress(recording);
        }
        prepare();
        retention.look();
        if (figures) {
            bytes = plan.logs().stream().mapToLong(SpoolCare::bytesIn).sum();
        }
        alarm();
    }

    private void saveProgress(SpooledRecording recording) {
        Path folder = plan.homes().getFirst().folder(recording.recordingId());
        try {
            if (Files.isDirectory(folder)) {
                recording.progress().write(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the progress of {0} is not written: {1}", recording.recordingId(), e.toString());
        }
    }

    private void prepare() {
        LogHome home = disks.homes().getFirst();
        try {
            if (disks.takesRecordings()) {
                home.prepare();
            }
        } catch (IOException e) {
            disks.failed(home, e);
        }
    }

    private void alarm() {
        Space space = disks.space();
        boolean isShort = space.totalBytes() > 0 && space.freeBytes() < ALARM_BYTES;
        if (isShort && !alarmed) {
            LOG.log(
                    Level.ERROR,
                    "the bedside disk has {0} MiB left: free some room, or end the recording soon",
                    space.freeBytes() / (1024 * 1024));
        }
        alarmed = isShort;
    }

    private static long bytesIn(Path folder) {
        long[] sum = {0};
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the size of {0} is not known: {1}", folder, e.toString());
        }
        return sum[0];
    }

    SpoolFacts facts() {
        long frames = 0;
        long millis = 0;
        for (SpooledRecording recording : recordings) {
            long all = recording.frames();
            long waiting = Math.max(0, all - recording.acknowledgedFrames());
            frames += waiting;
            millis += all == 0 ? 0 : recording.length().toMillis() * waiting / all;
        }
        Space space = disks.space();
        return new SpoolFacts(frames, millis, bytes, space.freeBytes(), space.totalBytes(), disks.state());
    }

    Optional<Duration> timeLeft() {
        return recordings.stream()
                .filter(recording -> !recording.ended())
                .findFirst()
                .map(recording -> {
                    double bytesPerSecond = recording.description().channels().stream()
                            .map(Channel::rate)
                            .mapToDouble(rate -> rate.hertz() * Integer.BYTES)
                            .sum();
                    return Duration.ofSeconds((long) (disks.space().freeBytes() / bytesPerSecond));
                });
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
