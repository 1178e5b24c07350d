package org.neuroward.clinic.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.neuroward.clinic.ingest.LiveSignal;

/**
 * What waits for one viewer. When it is full, the oldest samples make room: the newest are what a person wants to see, and
 * whoever offers them never waits. Remarks and gaps are few and are not dropped.
 */
final class SignalQueue {

    private final int capacity;
    private final Deque<LiveSignal> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private long dropped;

    SignalQueue(int capacity) {
        this.capacity = capacity;
    }

    void offer(LiveSignal signal) {
        lock.lock();
        try {
            if (waiting.size() >= capacity && dropOldestSamples()) {
                dropped++;
            }
            waiting.addLast(signal);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean dropOldestSamples() {
        var each = waiting.iterator();
        while (each.hasNext()) {
            if (each.next() instanceof LiveSignal.Samples) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** The next signal, or empty when none comes in time. */
    Optional<LiveSignal> poll(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Optional.ofNullable(waiting.pollFirst());
        } finally {
            lock.unlock();
        }
    }

    /** Blocks of samples that were never shown. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
