package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.wire.RecordingIds;

/**
 * Cuts the power of a bed at random instants, restarts it, and lets it go on with the same recording. Of what was not
 * forced, the disk keeps any sectors in any order. Counted is what must never be: a frame that the server has and the bed
 * lost, a frame of another content under an index that was used, a durable frame that is gone.
 */
final class PowerCuts {

    private static final int MOST_BLOCKS = 24;
    private static final int CUTS_PER_RECORDING = 12;
    private static final int RING_BYTES = 1 << 20;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;

    private final Random random;
    private final Path folder;
    private long cuts;
    private long lostAfterForce;
    private long sentAndDifferent;
    private long wrongCounts;
    private long lostUnforced;
    private long framesSent;
    private long recordings;

    PowerCuts(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    PowerCuts run(int count) throws IOException {
        while (cuts < count) {
            record(folder.resolve("recording-" + recordings++), Math.min(CUTS_PER_RECORDING, count - cuts));
        }
        return this;
    }

    private void record(Path place, long times) throws IOException {
        UUID recordingId = new RecordingIds(java.time.Clock.systemUTC(), random).next();
        var server = new TrialServer(recordingId);
        long durable = 0;
        for (int i = 0; i < times; i++) {
            var disk = new FaultyDisk();
            var bed = new TrialBed(List.of(disk), place, RING_BYTES);
            try {
                if (!bed.resume()) {
                    lostAfterForce += durable;
                    server = new TrialServer(recordingId);
                    bed.begin(recordingId);
                }
                judge(bed.recording(), server, durable);
                recordSome(bed, server);
                durable = bed.recording().durableFrames();
                lostUnforced += bed.recording().frames() - durable;
                disk.cutPower(random);
                cuts++;
            } finally {
                bed.abandon();
            }
        }
        try (var bed = new TrialBed(List.of(new FaultyDisk()), place, RING_BYTES)) {
            if (bed.resume()) {
                judge(bed.recording(), server, durable);
                finish(bed, server);
            } else {
                lostAfterForce += durable;
            }
        }
    }

    private void judge(SpooledRecording recording, TrialServer server, long durable) throws IOException {
        lostAfterForce += Math.max(0, durable - recording.frames());
        sentAndDifferent += server.differing(recording);
    }

    private void recordSome(TrialBed bed, TrialServer server) throws IOException {
        int blocks = 1 + random.nextInt(MOST_BLOCKS);
        for (int block = 0; block < blocks; block++) {
            bed.block();
            LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE_NANOS));
            if (random.nextInt(4) == 0) {
                server.take(bed.spool(), bed.recording());
            }
        }
    }

    private void finish(TrialBed bed, TrialServer server) throws IOException {
        bed.end();
        Waiting.until("all frames are durable", () -> {
            server.take(bed.spool(), bed.recording());
            return server.ended();
        });
        sentAndDifferent += server.differing(bed.recording());
        wrongCounts += server.wrongCounts() + server.refused();
        framesSent += server.frames().size();
    }

    long cuts() {
        return cuts;
    }

    long recordings() {
        return recordings;
    }

    /** Frames that were forced and are gone. */
    long lostAfterForce() {
        return lostAfterForce;
    }

    /** Frames that the server has and the bed has lost, or has with other content. */
    long sentAndDifferent() {
        return sentAndDifferent;
    }

    long wrongCounts() {
        return wrongCounts;
    }

    /** Frames that were written within the last force interval before a cut: the most that a cut may take. */
    long lostUnforced() {
        return lostUnforced;
    }

    long framesSent() {
        return framesSent;
    }
}
