package org.neuroward.lsl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what an inlet told, in words, and lets tests wait for it. */
final class HeardStream implements InletListener {

    private final List<String> samples = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private StreamDescription description;

    @Override
    public synchronized void connected(StreamDescription stream, boolean newClock) {
        description = stream;
        events.add(newClock ? "connected, new clock" : "connected");
        notifyAll();
    }

    @Override
    public synchronized void samples(SampleBatch batch) {
        for (int sample = 0; sample < batch.count(); sample++) {
            samples.add(InteropSamples.line(batch, sample));
        }
        notifyAll();
    }

    @Override
    public void idle() {}

    @Override
    public synchronized void disconnected(String reason) {
        events.add("disconnected");
        notifyAll();
    }

    @Override
    public synchronized void changed(StreamDescription stream) {
        events.add("changed");
        notifyAll();
    }

    /** False when it is still not so after 20 seconds. */
    boolean await(Predicate<HeardStream> condition) throws InterruptedException {
        return await(condition, 20_000);
    }

    synchronized boolean await(Predicate<HeardStream> condition, int mostMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
        while (!condition.test(this) && System.nanoTime() < end) {
            wait(10);
        }
        return condition.test(this);
    }

    boolean awaitSamples(int count) throws InterruptedException {
        return await(heard -> heard.samples.size() >= count);
    }

    boolean awaitEvents(int count) throws InterruptedException {
        return await(heard -> heard.events.size() >= count);
    }

    synchronized List<String> samples() {
        return List.copyOf(samples);
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    synchronized StreamDescription description() {
        return description;
    }

    /** For tests that only wait. */
    static void awaitTrue(String what, java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        var never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || never.await(5, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("not in time: " + what);
            }
        }
    }
}
