package org.neuroward.clinic.ingest;

import java.util.function.IntConsumer;

/** What one agent may still send. Safe for any thread. */
final class Credit {

    private final Windows windows;
    private final IntConsumer grant;
    private int granted;

    /** @param grant lets the agent send so many messages more */
    Credit(Windows windows, IntConsumer grant) {
        this.windows = windows;
        this.grant = grant;
    }

    /** The first message, before it is known who sends it. */
    synchronized void first() {
        granted++;
        grant.accept(1);
    }

    /** A message is done with: the agent may send others, as many as its share now allows. */
    synchronized void used() {
        granted--;
        int more = windows.share() - granted;
        if (more > 0) {
            granted += more;
            grant.accept(more);
        }
    }
}
