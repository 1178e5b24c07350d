package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.neuroward.wire.RefusalCode;

/** Which agents are connected now. Kept in memory only: after a restart the agents say it anew. */
@ApplicationScoped
public class AgentLinks {

    private final Map<String, AgentLink> links = new ConcurrentHashMap<>();
    private final Map<String, Instant> lostAt = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    public Optional<AgentLink> find(String agentId) {
        return Optional.ofNullable(links.get(agentId));
    }

    public List<AgentLink> list() {
        return List.copyOf(links.values());
    }

    /** Notes a new connection. The agent's former one, if it is still open, is closed: an agent dies and returns faster than TCP notices. */
    public void attach(AgentLink link) {
        AgentLink former = links.put(link.agentId(), link);
        lostAt.remove(link.agentId());
        if (former != null && former != link) {
            former.close(RefusalCode.REPLACED);
        }
    }

    /** Notes the end of a connection, unless a newer one has taken its place. */
    public void detach(AgentLink link) {
        if (links.remove(link.agentId(), link)) {
            lostAt.put(link.agentId(), clock.instant());
        }
    }

    void dismissed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentDismissed event) {
        find(event.agentId()).ifPresent(link -> link.close(event.why()));
    }

    /** How long an agent has been away, or empty when it is connected or was not seen since the server's start. */
    public Optional<Duration> awayFor(String agentId) {
        return Optional.ofNullable(lostAt.get(agentId)).map(lost -> Duration.between(lost, clock.instant()));
    }
}
