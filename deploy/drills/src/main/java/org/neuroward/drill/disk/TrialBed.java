package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.agent.spool.Resumable;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpoolPlan;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.signal.Channel;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.LogHome;

/** A bed that records two streams into a spool: the agent without amplifier and line. */
final class TrialBed implements AutoCloseable {

    static final SignalPattern FAST = new SignalPattern(1, 4, 500);
    static final SignalPattern SLOW = new SignalPattern(2, 2, 100);
    static final int FAST_SAMPLES = 25;
    static final int SLOW_SAMPLES = 5;

    private static final long SEGMENT_BYTES = 256 * 1024;
    private static final int BLOCKS_PER_REMARK = 16;

    private final Spool spool;
    private SpooledRecording recording;
    private long fast;
    private long slow;
    private long longestAppendNanos;

    /** @param disks with the folder on each; the first is the one to write to */
    TrialBed(List<FaultyDisk> disks, Path folder, long ringBytes) throws IOException {
        var homes = new ArrayList<LogHome>();
        for (int i = 0; i < disks.size(); i++) {
            homes.add(LogHome.ahead(disks.get(i), folder.resolve("disk" + i), SEGMENT_BYTES));
        }
        spool = Spool.open(new SpoolPlan(homes, Duration.ofDays(7), ringBytes, Clock.systemUTC()));
    }

    Spool spool() {
        return spool;
    }

    SpooledRecording recording() {
        return recording;
    }

    void begin(UUID recordingId) throws IOException {
        List<Channel> channels = new ArrayList<>(FAST.description());
        channels.addAll(SLOW.description());
        var description = new Description(UUID.randomUUID(), "drill amplifier", Instant.EPOCH, channels, true);
        recording = spool.begin(recordingId, description, time());
    }

    /** Goes on with what an earlier run left open, behind a gap of one block in each stream. */
    boolean resume() {
        Optional<SpooledRecording> open =
                spool.recordings().stream().filter(any -> !any.ended()).findFirst();
        open.ifPresent(found -> {
            recording = found;
            Resumable state = found.resumable().orElseThrow();
            fast = state.samples().get(0);
            slow = state.samples().get(1);
            append(new Missing(GapCause.RESTARTED), new FramePosition(0, 0, fast, FAST_SAMPLES));
            append(new Missing(GapCause.RESTARTED), new FramePosition(1, 0, slow, SLOW_SAMPLES));
            fast += FAST_SAMPLES;
            slow += SLOW_SAMPLES;
        });
        return open.isPresent();
    }

    /** Records 50 ms. */
    void block() {
        append(new Samples(FAST.block(fast, FAST_SAMPLES)), new FramePosition(0, 0, fast, FAST_SAMPLES));
        append(new Samples(SLOW.block(slow, SLOW_SAMPLES)), new FramePosition(1, 0, slow, SLOW_SAMPLES));
        fast += FAST_SAMPLES;
        slow += SLOW_SAMPLES;
        if (fast / FAST_SAMPLES % BLOCKS_PER_REMARK == 0) {
            var remark = new Event(Duration.ofMillis(fast * 2), Optional.empty(), "remark " + fast, false);
            append(remark, FramePosition.at(0, fast));
        }
    }

    private void append(org.neuroward.wire.FrameContent content, FramePosition position) {
        long began = System.nanoTime();
        recording.append(content, position, time());
        longestAppendNanos = Math.max(longestAppendNanos, System.nanoTime() - began);
    }

    void end() {
        append(new End(EndReason.STOPPED, List.of(fast, slow)), FramePosition.at(0, fast));
    }

    private FrameTime time() {
        return new FrameTime(fast * 2_000_000, System.nanoTime());
    }

    /** Samples recorded of stream 0, gaps included. */
    long samples() {
        return fast;
    }

    double longestAppendMillis() {
        return longestAppendNanos / 1e6;
    }

    /** Ends the threads of a bed whose power was cut: its disk takes nothing any more. */
    void abandon() {
        try {
            spool.close();
        } catch (IOException e) {
            // What the disk holds was settled when the power went.
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
