package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.neuroward.agent.spool.SpoolReader;
import org.neuroward.wire.Frame;
import org.neuroward.wire.RecordingIds;

/**
 * Flips single bits in the log of a recording that the server does not have yet, restarts the bed and sends it. Each flip
 * must cost the frame that it hit and nothing else, and the loss must stand in the recording.
 */
final class BitFlips {

    private static final int BLOCKS = 120;
    private static final int FLIPS_PER_RECORDING = 10;
    private static final int RING_BYTES = 1 << 20;

    private final Random random;
    private final Path folder;
    private long flips;
    private long framesHit;
    private long framesReplaced;
    private long framesWrong;
    private long wrongCounts;
    private long recordings;

    BitFlips(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    BitFlips run(int count) throws IOException {
        while (flips < count) {
            record(folder.resolve("recording-" + recordings++), (int) Math.min(FLIPS_PER_RECORDING, count - flips));
        }
        return this;
    }

    private void record(Path place, int times) throws IOException {
        UUID recordingId = new RecordingIds(java.time.Clock.systemUTC(), random).next();
        List<Frame> original = new ArrayList<>();
        try (var bed = new TrialBed(List.of(new FaultyDisk()), place, RING_BYTES)) {
            bed.begin(recordingId);
            for (int block = 0; block < BLOCKS; block++) {
                bed.block();
            }
            bed.end();
            try (SpoolReader reader = bed.recording().read(0)) {
                for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                    original.add(frame.get());
                }
            }
        }
        boolean[] hit = flip(place, original, times);
        var server = new TrialServer(recordingId);
        try (var bed = new TrialBed(List.of(new FaultyDisk()), place, RING_BYTES)) {
            server.take(bed.spool(), bed.spool().recordings().getFirst());
        }
        judge(original, hit, server);
    }

    /** Flips bits anywhere behind the description, without which nothing can be said of a recording. */
    private boolean[] flip(Path place, List<Frame> original, int times) throws IOException {
        var hit = new boolean[original.size()];
        List<Path> segments;
        try (Stream<Path> files = Files.walk(place)) {
            segments = files.filter(file -> file.toString().endsWith(".frames"))
                    .sorted()
                    .toList();
        }
        long all = original.stream().mapToLong(Frame::encodedBytes).sum();
        for (int i = 0; i < times; i++) {
            long first = original.getFirst().encodedBytes();
            long last = original.getLast().encodedBytes();
            long at = first + (long) (random.nextDouble() * (all - first - last));
            flipBit(segments, at);
            hit[frameAt(original, at)] = true;
            flips++;
        }
        return hit;
    }

    private void flipBit(List<Path> segments, long at) throws IOException {
        long offset = at;
        for (Path segment : segments) {
            if (offset < Files.size(segment)) {
                try (FileChannel channel =
                        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    ByteBuffer one = ByteBuffer.allocate(1);
                    channel.read(one, offset);
                    one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8)));
                    channel.write(one.rewind(), offset);
                }
                return;
            }
            offset -= Files.size(segment);
        }
    }

    private static int frameAt(List<Frame> frames, long at) {
        long end = 0;
        for (int i = 0; i < frames.size(); i++) {
            end += frames.get(i).encodedBytes();
            if (at < end) {
                return i;
            }
        }
        throw new IllegalArgumentException("no frame holds byte " + at);
    }

    private void judge(List<Frame> original, boolean[] hit, TrialServer server) {
        List<Frame> sent = server.frames();
        for (int i = 0; i < original.size(); i++) {
            boolean same = i < sent.size() && sent.get(i).equals(original.get(i));
            framesHit += hit[i] ? 1 : 0;
            framesReplaced += hit[i] && !same ? 1 : 0;
            framesWrong += same == hit[i] ? 1 : 0;
        }
        wrongCounts += server.wrongCounts() + server.refused();
    }

    long flips() {
        return flips;
    }

    /** Frames with at least one bit flipped. A bit that was flipped twice is none. */
    long framesHit() {
        return framesHit;
    }

    /** Of those, the ones that became a gap or a remark. */
    long framesReplaced() {
        return framesReplaced;
    }

    /** Frames that were hit and came through, or were lost without being hit. */
    long framesWrong() {
        return framesWrong;
    }

    long wrongCounts() {
        return wrongCounts;
    }
}
