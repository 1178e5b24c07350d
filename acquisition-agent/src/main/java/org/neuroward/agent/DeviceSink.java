package org.neuroward.agent;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** Brings what one run of an amplifier delivers to the agent's thread; the amplifier waits while too much is on its way. */
final class DeviceSink implements SampleSink {

    /** Some 25 s of blocks in real time. */
    private static final int MOST_ON_THE_WAY = 512;

    private static final long LOOK_MILLIS = 20;

    private final Consumer<Runnable> inbox;
    private final Consumer<Delivery> target;
    private final Semaphore room = new Semaphore(MOST_ON_THE_WAY);
    private volatile boolean closed;

    /**
     * @param inbox carries a step to the agent's thread
     * @param target called there
     */
    DeviceSink(Consumer<Runnable> inbox, Consumer<Delivery> target) {
        this.inbox = inbox;
        this.target = target;
    }

    private void deliver(Delivery delivery) {
        while (!closed && !tryEnter()) {}
        inbox.accept(() -> {
            room.release();
            if (!closed) {
                target.accept(delivery);
            }
        });
    }

    private boolean tryEnter() {
        try {
            return room.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return closed = true;
        }
    }

    /** From now on nothing waits, and nothing that was on its way arrives. */
    void close() {
        closed = true;
    }

    @Override
    public void block(SampleBlock block) {
        deliver(new Delivery.Block(block));
    }

    @Override
    public void counter(long deviceSample) {
        deliver(new Delivery.Counter(deviceSample));
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        deliver(new Delivery.Gap(stream, firstSample, sampleCount, missing, deviceNanos));
    }

    @Override
    public void tally(int repeated, int late, int damaged) {
        deliver(new Delivery.Tallied(repeated, late, damaged));
    }

    @Override
    public void state(DeviceState state) {
        deliver(new Delivery.StateOfDevice(state));
    }

    @Override
    public void impedances(List<Impedance> impedances) {
        deliver(new Delivery.Measured(List.copyOf(impedances)));
    }

    @Override
    public void annotation(Annotation annotation) {
        deliver(new Delivery.Remark(annotation));
    }

    @Override
    public void ended() {
        deliver(new Delivery.SourceEnded());
    }

    @Override
    public void failed(String reason) {
        deliver(new Delivery.Failure(reason));
    }
}
