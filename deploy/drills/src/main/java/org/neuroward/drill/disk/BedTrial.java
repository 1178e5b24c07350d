package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.neuroward.drill.disk.FaultyDisk.Fault;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.RecordingIds;

/** One recording at a bed whose disk fails in the middle of it, from its first block until the server has all of it. */
final class BedTrial {

    private static final int BLOCKS = 200;
    private static final long BLOCK_PAUSE_NANOS = 1_000_000;

    /**
     * What came of it.
     *
     * @param told the state that the bed reported while its disk failed
     * @param declared samples that stand in a gap because of the disk
     * @param unaccounted samples that neither arrived nor stand in a gap
     * @param wrong counts that differ from the source, and frames that came out of order or with other content
     */
    record Outcome(
            DiskState told,
            boolean stored,
            long recorded,
            long declared,
            long unaccounted,
            long wrong,
            long forcedAgain,
            double longestAppendMillis) {}

    private final Random random;
    private final Path folder;
    private final long ringBytes;
    private final boolean serverIsThere;
    private final List<FaultyDisk> disks;

    /**
     * @param disks the first one fails
     * @param serverIsThere while it does
     */
    BedTrial(long seed, Path folder, List<FaultyDisk> disks, long ringBytes, boolean serverIsThere) {
        this.random = new Random(seed);
        this.folder = folder;
        this.ringBytes = ringBytes;
        this.serverIsThere = serverIsThere;
        this.disks = disks;
    }

    Outcome run(Fault fault, long stallMillis) throws IOException {
        UUID recordingId = new RecordingIds(java.time.Clock.systemUTC(), random).next();
        var server = new TrialServer(recordingId);
        FaultyDisk disk = disks.getFirst();
        try (var bed = new TrialBed(disks, folder, ringBytes)) {
            bed.begin(recordingId);
            record(bed, server, BLOCKS, true);
            disk.stall(stallMillis);
            disk.fail(fault);
            record(bed, server, BLOCKS, serverIsThere);
            // The bed's disk is noticed at the next force at the latest.
            Waiting.until("the fault is met", () -> fault == Fault.FORCE_STALLS || disk.failures() > 0);
            DiskState told = bed.spool().facts().disk();
            boolean stored = bed.recording().isStored();
            disk.fail(Fault.NONE);
            Waiting.until("a disk takes the recording", bed.recording()::isStored);
            record(bed, server, BLOCKS, true);
            bed.end();
            Waiting.until("the server has all", () -> {
                server.take(bed.spool(), bed.recording());
                return server.ended();
            });
            long unaccounted = bed.samples() - server.samples() - server.diskGapSamples();
            long wrong = server.wrongCounts() + server.refused();
            return new Outcome(
                    told,
                    stored,
                    bed.samples(),
                    server.diskGapSamples(),
                    unaccounted + bed.samples() - server.length(),
                    wrong,
                    disk.forcesAfterFailure(),
                    bed.longestAppendMillis());
        }
    }

    private void record(TrialBed bed, TrialServer server, int count, boolean sends) throws IOException {
        for (int block = 0; block < count; block++) {
            bed.block();
            LockSupport.parkNanos(BLOCK_PAUSE_NANOS);
            if (sends && random.nextInt(4) == 0) {
                server.take(bed.spool(), bed.recording());
            }
        }
    }
}
