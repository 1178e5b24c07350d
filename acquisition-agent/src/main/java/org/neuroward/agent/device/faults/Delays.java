package org.neuroward.agent.device.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.wire.DeviceState;

/** Passes things on late, but in order: held up by a stall, or collected into lumps. */
final class Delays {

    /** A device that stalls is called silent after this long. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final SampleSink target;
    private final Optional<Duration> lump;
    private final Deque<Fault.Stall> stalls;
    private final double speed;
    private final List<Consumer<SampleSink>> collected = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Duration collectedSince;

    /**
     * @param from the recording's time at which the run begins: what was to stall before that has done so
     * @param speed seconds of signal to a second of time
     */
    Delays(Faults faults, SampleSink target, Duration from, double speed) {
        this.target = target;
        this.speed = speed;
        this.lump =
                faults.of(Fault.Burst.class).stream().map(Fault.Burst::length).findFirst();
        this.stalls = new ArrayDeque<>(faults.of(Fault.Stall.class).stream()
                .filter(stall -> stall.at().compareTo(from) >= 0)
                .sorted(java.util.Comparator.comparing(Fault.Stall::at))
                .toList());
    }

    /** @param at the recording's time of what is passed on */
    void pass(Duration at, Consumer<SampleSink> what) {
        while (!stalls.isEmpty() && stalls.getFirst().at().compareTo(at) <= 0) {
            flush();
            stall(stalls.removeFirst().length());
        }
        if (lump.isPresent()
                && collectedSince != null
                && at.minus(collectedSince).compareTo(lump.get()) >= 0) {
            flush();
        }
        if (collectedSince == null) {
            collectedSince = at;
        }
        pass(what);
    }

    /** Something without a time of its own: it comes with its neighbours. */
    void pass(Consumer<SampleSink> what) {
        if (lump.isPresent()) {
            collected.add(what);
        } else {
            what.accept(target);
        }
    }

    void flush() {
        List<Consumer<SampleSink>> now = List.copyOf(collected);
        collected.clear();
        collectedSince = null;
        now.forEach(what -> what.accept(target));
    }

    private void stall(Duration length) {
        Duration silence = SILENCE.compareTo(length) < 0 ? SILENCE : length;
        await(silence);
        if (silence.compareTo(length) < 0) {
            target.state(DeviceState.SILENT);
            await(length.minus(silence));
            target.state(DeviceState.STREAMING);
        }
    }

    private void await(Duration span) {
        try {
            boolean ignored = stopped.await((long) (span.toNanos() / speed), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing waits any more. */
    void stop() {
        stopped.countDown();
    }
}
