package org.neuroward.clinic.fleet;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes down what is to be known of agents after a restart of the server: who they were, when they were heard last. */
@ApplicationScoped
class AgentMemory {

    private static final long EVERY_SECONDS = 5;

    /** A connected agent's last contact is written this often; nobody asks for it before the agent is gone. */
    private static final Duration CONTACT_EVERY = Duration.ofSeconds(30);

    private final AgentLinks links;
    private final AgentRows rows;
    private final Map<AgentLink, Instant> written = new HashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("agent-memory").daemon().factory());

    AgentMemory(AgentLinks links, AgentRows rows) {
        this.links = links;
        this.rows = rows;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
        write();
    }

    private synchronized void write() {
        try {
            Instant now = clock.instant();
            Map<AgentLink, Instant> heard = new HashMap<>();
            for (AgentLink link : links.list()) {
                heard.put(link, now.minus(link.quietFor()));
            }
            for (AgentLink known : written.keySet()) {
                links.lost(known.agentId())
                        .filter(ended -> ended.link() == known)
                        .ifPresent(ended -> heard.put(known, ended.lastContact()));
            }
            heard.entrySet().removeIf(entry -> !due(entry.getKey(), entry.getValue()));
            if (!heard.isEmpty()) {
                rows.remember(heard);
                written.putAll(heard);
            }
            written.keySet().retainAll(links.list());
        } catch (RuntimeException e) {
            // An exception would end the schedule; the database may be back the next time.
            Log.warnf("the last contact of agents cannot be written now: %s", e);
        }
    }

    private boolean due(AgentLink link, Instant heard) {
        Instant before = written.get(link);
        boolean ended = links.find(link.agentId()).filter(now -> now == link).isEmpty();
        return before == null || ended || Duration.between(before, heard).compareTo(CONTACT_EVERY) > 0;
    }
}
