package org.neuroward.agent.device.openbci;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.openbci.CounterTrack.Placed;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;

/**
 * One run: makes samples of packets, and gaps of those that are missing. Safe for threads: after {@link #end} the sink is not
 * called any more.
 */
final class BoardRun {

    private static final int BLOCK_MILLIS = 40;
    private static final long SILENCE_NANOS = 500_000_000L;
    private static final long MILLI_NANOS = 1_000_000;

    private final BoardSettings settings;
    private final SampleSink sink;
    private final CounterTrack track = new CounterTrack(BoardSettings.PACKETS_PER_SECOND);
    private final SampleHalves halves;
    private final int channels;
    private final int[] block;
    private int blockSamples;
    private long origin = -1;
    private long next;
    private boolean exactUntilNow = true;
    private GapCause cause = GapCause.COUNTER;
    private DeviceState state = DeviceState.IDLE;
    private long lastNanos;
    private long blockStamp;
    private boolean ended;

    /** @param nowNanos the host's clock */
    BoardRun(BoardSettings settings, SampleSink sink, long nowNanos) {
        this.settings = settings;
        this.sink = sink;
        this.channels = BoardSettings.channels(settings.daisy());
        this.halves = new SampleHalves(settings.daisy());
        this.block = new int[channels * (int) (settings.rate().hertz() * BLOCK_MILLIS / 1000)];
        this.lastNanos = nowNanos;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized void end() {
        ended = true;
    }

    /** @param damagedBefore whether something unreadable came between the last packet and this one */
    synchronized void take(CytonPacket packet, long nowNanos, boolean damagedBefore) {
        if (ended) {
            return;
        }
        if (damagedBefore) {
            sink.tally(0, 0, 1);
            cause = cause == GapCause.COUNTER ? GapCause.DAMAGED : cause;
        }
        lastNanos = nowNanos;
        enter(DeviceState.STREAMING);
        place(track.take(packet, nowNanos));
        int repeated = track.takeRepeated();
        int late = track.takeLate();
        if (repeated + late > 0) {
            sink.tally(repeated, late, 0);
        }
    }

    private void place(List<Placed> packets) {
        for (Placed placed : packets) {
            exactUntilNow &= placed.exact();
            halves.add(placed).ifPresent(sample -> add(sample, placed));
        }
    }

    private void add(SampleHalves.Sample sample, Placed placed) {
        if (origin < 0) {
            origin = sample.index();
        }
        long missing = sample.index() - origin - next;
        if (missing > 0) {
            gap(missing);
        }
        exactUntilNow = true;
        cause = GapCause.COUNTER;
        if (blockSamples == 0) {
            blockStamp = stampOf(placed);
        }
        sample.copyTo(block, blockSamples * channels);
        blockSamples++;
        next++;
        if (blockSamples * channels == block.length) {
            flush();
        }
    }

    private void gap(long missing) {
        flush();
        long left = missing;
        while (left > 0) {
            int some = (int) Math.min(left, Integer.MAX_VALUE);
            sink.gap(0, next, some, new Missing(cause, exactUntilNow), nanosOf(next));
            next += some;
            left -= some;
        }
    }

    private void flush() {
        if (blockSamples > 0) {
            long first = next - blockSamples;
            int[] counts = Arrays.copyOf(block, blockSamples * channels);
            blockSamples = 0;
            sink.block(SampleBlock.of(0, first, channels, blockStamp, counts));
        }
    }

    private long stampOf(Placed placed) {
        boolean stamped = placed.packet().findClockMillis().isPresent();
        return stamped ? placed.clockMillis() * MILLI_NANOS : nanosOf(next);
    }

    private long nanosOf(long sample) {
        return settings.rate().timeOf(sample).toNanos();
    }

    /** Says so when the board has fallen silent. */
    synchronized void look(long nowNanos) {
        if (!ended && nowNanos - lastNanos > SILENCE_NANOS) {
            flush();
            enter(DeviceState.SILENT);
        }
    }

    /** How long nothing has come. */
    synchronized long silentNanos(long nowNanos) {
        return nowNanos - lastNanos;
    }

    /** The line broke. */
    synchronized void away() {
        if (!ended) {
            place(track.finish());
            flush();
            enter(DeviceState.ABSENT);
        }
    }

    /** The line is open again, and the board never stopped sending: its counter still tells. */
    synchronized void reopened(long nowNanos) {
        cause = GapCause.RECONNECTED;
        lastNanos = nowNanos;
    }

    /** The board was stopped and started: its counter begins anew, and time alone tells what is missing. */
    synchronized void restarted(GapCause why, long nowNanos) {
        if (!ended) {
            place(track.finish());
            flush();
        }
        cause = why;
        lastNanos = nowNanos;
        halves.clear();
        track.restart();
    }

    synchronized void impedances(List<Impedance> measured) {
        if (!ended) {
            sink.impedances(new ArrayList<>(measured));
        }
    }

    synchronized void failed(String reason) {
        if (!ended) {
            ended = true;
            sink.failed(reason);
        }
    }

    private void enter(DeviceState entered) {
        if (state != entered) {
            state = entered;
            sink.state(entered);
        }
    }
}
