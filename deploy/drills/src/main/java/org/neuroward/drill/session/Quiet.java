package org.neuroward.drill.session;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps the beginning of a recording and the drill's acts apart: a technician does not ask a server that is being killed for
 * a new recording. Everything else may be hit at any moment.
 */
public final class Quiet {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile boolean serverUp = true;

    /** Something that a thread may break off. */
    public interface Act {
        void run() throws Exception;
    }

    /** Does something that breaks things. */
    public void breaking(Act act) throws Exception {
        lock.writeLock().lockInterruptibly();
        try {
            act.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void serverIs(boolean up) {
        serverUp = up;
    }

    /** Tries something while nothing is broken; false when the server is away just now. */
    boolean tryUndisturbed(Act act) throws Exception {
        lock.readLock().lockInterruptibly();
        try {
            if (serverUp) {
                act.run();
            }
            return serverUp;
        } finally {
            lock.readLock().unlock();
        }
    }
}
