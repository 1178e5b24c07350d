package org.neuroward.agent.uplink;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.ImpedanceReading;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.Status;

/**
 * What is to be said beside the frames: answers and states in order; of heartbeats only the newest; of what may be lost only
 * the newest few. Never more than so much, whatever the server does. Safe for any thread.
 */
final class Outgoing {

    private static final System.Logger LOG = System.getLogger(Outgoing.class.getName());
    private static final int MOST_WORDS = 256;

    /** Three seconds and more of any device's blocks. */
    private static final int MOST_SHOWN = 64;

    private final Deque<FromAgent> words = new ArrayDeque<>();
    private final Deque<FromAgent> shown = new ArrayDeque<>();
    private Optional<FromAgent> heartbeat = Optional.empty();
    private boolean full;

    synchronized void add(FromAgent message) {
        if (message instanceof Status) {
            heartbeat = Optional.of(message);
        } else if (message instanceof Preview || message instanceof ImpedanceReading) {
            if (shown.size() == MOST_SHOWN) {
                shown.removeFirst();
            }
            shown.addLast(message);
        } else if (words.size() < MOST_WORDS) {
            words.addLast(message);
            full = false;
        } else if (!full) {
            full = true;
            LOG.log(Level.ERROR, "the server does not listen; not said: {0}", message);
        }
    }

    /** What a new connection need not hear. */
    synchronized void clear() {
        words.clear();
        shown.clear();
        heartbeat = Optional.empty();
    }

    /** The next message that must be said, or null. */
    synchronized FromAgent nextWord() {
        return words.pollFirst();
    }

    /** The next message that may wait, or null. */
    synchronized FromAgent nextShown() {
        if (heartbeat.isPresent()) {
            FromAgent beat = heartbeat.get();
            heartbeat = Optional.empty();
            return beat;
        }
        return shown.pollFirst();
    }
}
