package org.neuroward.wire;

/**
 * The server's wall clock against the agent's.
 *
 * @param offsetNanos server minus agent
 * @param uncertaintyNanos half of the shortest round trip: the offset cannot be further off
 */
public record ServerClock(long offsetNanos, long uncertaintyNanos) {

    public ServerClock {
        if (uncertaintyNanos < 0) {
            throw new IllegalArgumentException("an uncertainty must be 0 or more: " + uncertaintyNanos);
        }
    }
}
