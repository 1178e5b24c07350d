package org.neuroward.clinic.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.wire.Frame;

/**
 * How far agents may be ahead of the disk. One budget of memory is shared by all that are connected, each message taken for
 * as large as any: hundreds of agents that send as fast as they can fill the budget, and no more. An agent that has used its
 * share is not read from; its blocks wait on its own disk.
 */
@ApplicationScoped
class Windows {

    /** One on its way to the disk while the next one arrives, however many agents there are. */
    private static final int SMALLEST = 2;

    /** Seconds of any amplifier: a single agent catches up no faster with more. */
    private static final int LARGEST = 256;

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024;
    private static final int SHARE_OF_HEAP = 4;

    private final long budgetBytes;
    private final int mostConnections;
    private final AtomicInteger connections = new AtomicInteger();

    Windows(
            @ConfigProperty(name = "neuroward.agents.buffer-megabytes") Optional<Long> megabytes,
            @ConfigProperty(name = "neuroward.agents.most-connections") int mostConnections) {
        this.budgetBytes = megabytes
                .map(given -> given * BYTES_PER_MEGABYTE)
                .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        this.mostConnections = mostConnections;
    }

    /** Takes a place for a connection; false, and none taken, when there are too many. */
    boolean enter() {
        if (connections.incrementAndGet() > mostConnections) {
            connections.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        connections.decrementAndGet();
    }

    /** Messages that each connection may have on their way now. */
    int share() {
        long share = budgetBytes / Frame.LARGEST_FRAME_BYTES / Math.max(1, connections.get());
        return (int) Math.clamp(share, SMALLEST, LARGEST);
    }
}
