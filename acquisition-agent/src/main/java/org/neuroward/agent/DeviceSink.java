package org.neuroward.agent;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.StreamLayout;

/**
 * Brings what one run of an amplifier delivers to the agent's thread. Up to twenty seconds of signal may be on the way. When
 * there is no room a source that can wait waits; of a live one samples are dropped and become a gap, of known length.
 */
final class DeviceSink implements SampleSink {

    private static final System.Logger LOG = System.getLogger(DeviceSink.class.getName());
    private static final int ROOM_MICROS = 20_000_000;
    private static final int REMARK_MICROS = 1_000;
    private static final long LOOK_MILLIS = 20;

    private final Consumer<Runnable> inbox;
    private final Consumer<Delivery> target;
    private final HostClock clock;
    private final boolean live;
    private final List<StreamLayout.Stream> streams;
    private final Semaphore room;
    private final Dropped[] dropped;
    private boolean overwhelmed;
    private volatile boolean closed;

    /** Samples of one stream that found no room; {@code count} 0 when there are none. */
    private static final class Dropped {
        private long first;
        private int count;
        private FrameTime time;
    }

    /**
     * @param inbox carries a step to the agent's thread
     * @param target called there
     * @param live the source cannot wait
     */
    DeviceSink(
            Consumer<Runnable> inbox, Consumer<Delivery> target, HostClock clock, StreamLayout layout, boolean live) {
        this.inbox = inbox;
        this.target = target;
        this.clock = clock;
        this.live = live;
        this.streams = layout.streams();
        this.room = new Semaphore(ROOM_MICROS * Math.min(64, streams.size()));
        this.dropped = new Dropped[streams.size()];
        java.util.Arrays.setAll(dropped, stream -> new Dropped());
    }

    /** From now on nothing waits, and nothing that was on its way arrives. */
    void close() {
        closed = true;
    }

    @Override
    public void block(SampleBlock block) {
        long now = clock.nanos();
        int micros = (int) Math.min(
                ROOM_MICROS / 2.0,
                Math.max(
                        1,
                        block.sampleCount()
                                * 1e6
                                / streams.get(block.stream()).rate().hertz()));
        Dropped lost = dropped[block.stream()];
        if (enter(micros)) {
            overwhelmed = false;
            deliver(lost, block.stream());
            send(new Delivery.Block(block, now), micros);
        } else {
            drop(lost, block.firstSample(), block.sampleCount(), new FrameTime(block.deviceNanos(), now));
        }
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        var time = new FrameTime(deviceNanos, clock.nanos());
        if (enter(REMARK_MICROS)) {
            deliver(dropped[stream], stream);
            send(new Delivery.Gap(stream, firstSample, sampleCount, missing, time), REMARK_MICROS);
        } else {
            drop(dropped[stream], firstSample, sampleCount, time);
        }
    }

    private void drop(Dropped lost, long firstSample, int sampleCount, FrameTime time) {
        if (closed) {
            return;
        }
        if (lost.count == 0) {
            warn("samples");
            lost.first = firstSample;
            lost.time = time;
        }
        lost.count = Math.addExact(lost.count, sampleCount);
    }

    private void deliver(Dropped lost, int stream) {
        if (lost.count > 0) {
            send(new Delivery.Gap(stream, lost.first, lost.count, new Missing(GapCause.OVERFLOW), lost.time), 0);
            lost.count = 0;
        }
    }

    private void remark(Delivery delivery) {
        if (enter(REMARK_MICROS)) {
            send(delivery, REMARK_MICROS);
        } else if (!closed) {
            warn(delivery.getClass().getSimpleName());
        }
    }

    private void warn(String dropped) {
        if (!overwhelmed) {
            overwhelmed = true;
            LOG.log(Level.ERROR, "the bedside computer does not keep up; dropped: {0}", dropped);
        }
    }

    private void send(Delivery delivery, int micros) {
        inbox.accept(() -> {
            room.release(micros);
            if (!closed) {
                target.accept(delivery);
            }
        });
    }

    /** True when there was room for that much; false when a live source has to drop it. */
    private boolean enter(int micros) {
        while (!closed && !live) {
            try {
                if (room.tryAcquire(micros, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
        return !closed && room.tryAcquire(micros);
    }

    @Override
    public void counter(long deviceSample) {
        remark(new Delivery.Counter(deviceSample));
    }

    @Override
    public void tally(int repeated, int late, int damaged) {
        remark(new Delivery.Tallied(repeated, late, damaged));
    }

    @Override
    public void state(DeviceState state) {
        remark(new Delivery.StateOfDevice(state));
    }

    @Override
    public void impedances(List<Impedance> impedances) {
        remark(new Delivery.Measured(List.copyOf(impedances)));
    }

    @Override
    public void annotation(Annotation annotation) {
        remark(new Delivery.Remark(annotation));
    }

    @Override
    public void ended() {
        remark(new Delivery.SourceEnded());
    }

    @Override
    public void failed(String reason) {
        remark(new Delivery.Failure(reason));
    }
}
