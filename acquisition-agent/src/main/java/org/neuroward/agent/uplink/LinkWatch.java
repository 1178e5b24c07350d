package org.neuroward.agent.uplink;

import java.time.Duration;
import java.util.Optional;
import org.neuroward.agent.uplink.LinkState.Reason;

/** Keeps in one place how the connection stands, for whoever asks. Safe for any thread. */
final class LinkWatch {

    /** Frames on the way in a steady state: a few seconds of them. */
    private static final long USUAL_BACKLOG = 128;

    private boolean connected;
    private boolean catchingUp;
    private boolean declining;
    private long awaySinceNanos;
    private long largestBacklog;
    private long backlog;
    private Optional<Reason> reason = Optional.empty();

    LinkWatch(long nowNanos) {
        awaySinceNanos = nowNanos;
    }

    /** @param declined the server does not take a recording that the agent has */
    synchronized void connected(boolean declined) {
        connected = true;
        declining = declined;
        catchingUp = false;
        largestBacklog = 0;
        backlog = 0;
        reason = Optional.empty();
    }

    /** @param why empty when it may come back by itself */
    synchronized void away(long nowNanos, Optional<Reason> why) {
        if (connected) {
            connected = false;
            awaySinceNanos = nowNanos;
        }
        reason = why;
    }

    /** Frames of all recordings that are not durable on the server. */
    synchronized void backlog(long frames) {
        backlog = frames;
        if (frames > 2 * USUAL_BACKLOG) {
            catchingUp = true;
        } else if (frames <= USUAL_BACKLOG) {
            catchingUp = false;
            largestBacklog = 0;
        }
        if (catchingUp) {
            largestBacklog = Math.max(largestBacklog, frames);
        }
    }

    synchronized boolean isConnected() {
        return connected;
    }

    synchronized LinkState state(long nowNanos) {
        if (reason.isPresent()) {
            return new LinkState.ActionNeeded(reason.get());
        }
        if (!connected) {
            return new LinkState.Buffering(Duration.ofNanos(nowNanos - awaySinceNanos));
        }
        if (catchingUp) {
            return new LinkState.Syncing(100.0 * (largestBacklog - backlog) / largestBacklog);
        }
        return declining ? new LinkState.ActionNeeded(Reason.RECORDING_REFUSED) : new LinkState.Online();
    }
}
