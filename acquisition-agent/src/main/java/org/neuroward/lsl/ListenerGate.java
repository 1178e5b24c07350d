package org.neuroward.lsl;

/** Keeps calls from a listener after its inlet was closed, and notes when samples came. Safe for use by several threads. */
final class ListenerGate implements InletListener {

    private final InletListener listener;
    private volatile boolean shut;
    private long heardNanos;

    ListenerGate(InletListener listener) {
        this.listener = listener;
    }

    /** Waits for a call that is under way. */
    void shut() {
        shut = true;
        synchronized (this) {
            notifyAll();
        }
    }

    boolean isShut() {
        return shut;
    }

    synchronized long silenceNanos() {
        return System.nanoTime() - heardNanos;
    }

    @Override
    public synchronized void connected(StreamDescription description, boolean newClock) {
        heardNanos = System.nanoTime();
        if (!shut) {
            listener.connected(description, newClock);
        }
    }

    @Override
    public synchronized void samples(SampleBatch batch) {
        if (!shut) {
            listener.samples(batch);
        }
        heardNanos = System.nanoTime();
    }

    @Override
    public synchronized void idle() {
        if (!shut) {
            listener.idle();
        }
    }

    @Override
    public synchronized void disconnected(String reason) {
        if (!shut) {
            listener.disconnected(reason);
        }
    }

    @Override
    public synchronized void changed(StreamDescription description) {
        if (!shut) {
            listener.changed(description);
        }
    }
}
