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

    /** Agents that are refused try again within seconds; what is older has been seen to. */
    private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(2);

    private final Map<String, AgentLink> links = new ConcurrentHashMap<>();
    private final Map<String, Lost> lost = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    /**
     * A connection that has ended.
     *
     * @param lastContact when the agent was heard last
     */
    record Lost(AgentLink link, Instant at, Instant lastContact) {}

    private record Refusal(RefusalCode code, Instant at) {}

    public Optional<AgentLink> find(String agentId) {
        return Optional.ofNullable(links.get(agentId));
    }

    /** The agent's connection, unless the agent has fallen silent. */
    public Optional<AgentLink> findAwake(String agentId) {
        return find(agentId).filter(link -> !link.silent());
    }

    public List<AgentLink> list() {
        return List.copyOf(links.values());
    }

    /** Notes a new connection. The agent's former one, if it is still open, is closed: an agent dies and returns faster than TCP notices. */
    public void attach(AgentLink link) {
        AgentLink former = links.put(link.agentId(), link);
        lost.remove(link.agentId());
        refusals.remove(link.agentId());
        if (former != null && former != link) {
            former.close(RefusalCode.REPLACED);
        }
    }

    /** Notes the end of a connection, unless a newer one has taken its place. */
    public void detach(AgentLink link) {
        if (links.remove(link.agentId(), link)) {
            Instant now = clock.instant();
            lost.put(link.agentId(), new Lost(link, now, now.minus(link.quietFor())));
        }
    }

    /** Notes that someone who calls himself so was not let in. */
    public void refused(String agentId, RefusalCode code) {
        // Only agents of ours have a page to show it on; a stranger's inventions would fill the memory.
        if (code != RefusalCode.UNKNOWN_AGENT) {
            refusals.put(agentId, new Refusal(code, clock.instant()));
        }
    }

    /** Why an agent of that id was not let in lately. */
    Optional<RefusalCode> refusalOf(String agentId) {
        return Optional.ofNullable(refusals.get(agentId))
                .filter(refusal -> refusal.at().plus(REFUSAL_HOLDS).isAfter(clock.instant()))
                .map(Refusal::code);
    }

    void dismissed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentDismissed event) {
        find(event.agentId()).ifPresent(link -> link.close(event.why()));
    }

    /** The connection that an agent had last since the server's start; empty while it is connected. */
    Optional<Lost> lost(String agentId) {
        return Optional.ofNullable(lost.get(agentId));
    }

    /** How long an agent has been away, or empty when it is connected or was not seen since the server's start. */
    public Optional<Duration> awayFor(String agentId) {
        return lost(agentId).map(ended -> Duration.between(ended.at(), clock.instant()));
    }
}
