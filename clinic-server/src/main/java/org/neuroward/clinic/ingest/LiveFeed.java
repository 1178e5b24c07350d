package org.neuroward.clinic.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Passes what arrives from an agent to whoever looks at its bed. Listeners are called on the thread that receives, so they
 * must only take note and return.
 */
@ApplicationScoped
public class LiveFeed {

    private final Map<String, List<Consumer<LiveSignal>>> listeners = new ConcurrentHashMap<>();

    /** Listens to one agent until the result is run. */
    public Runnable listen(String agentId, Consumer<LiveSignal> listener) {
        List<Consumer<LiveSignal>> ofAgent =
                listeners.computeIfAbsent(agentId, unheard -> new CopyOnWriteArrayList<>());
        ofAgent.add(listener);
        return () -> ofAgent.remove(listener);
    }

    boolean heard(String agentId) {
        return !listeners.getOrDefault(agentId, List.of()).isEmpty();
    }

    void tell(String agentId, LiveSignal signal) {
        for (Consumer<LiveSignal> listener : listeners.getOrDefault(agentId, List.of())) {
            listener.accept(signal);
        }
    }
}
