package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.fleet.EnrolmentOutcome.AgentEnrolled;
import org.neuroward.clinic.fleet.EnrolmentOutcome.Done;
import org.neuroward.clinic.fleet.EnrolmentOutcome.Refused;
import org.neuroward.wire.RefusalCode;

/**
 * What an administrator does with beds and their agents. Each method is one transaction: it is carried out whole, with its
 * row in the audit trail, or refused without a trace.
 */
@ApplicationScoped
class Enrolment {

    static final int LONGEST_NAME = 60;

    /** What a command line, a file name and a log line take as it is. */
    private static final Pattern AGENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final EntityManager database;
    private final Agents agents;
    private final AgentLinks links;
    private final AuditTrail audit;
    private final Event<BedRetiring> retiring;
    private final Event<AgentDismissed> dismissed;
    private final Clock clock = Clock.systemUTC();

    Enrolment(
            EntityManager database,
            Agents agents,
            AgentLinks links,
            AuditTrail audit,
            Event<BedRetiring> retiring,
            Event<AgentDismissed> dismissed) {
        this.database = database;
        this.agents = agents;
        this.links = links;
        this.audit = audit;
        this.retiring = retiring;
        this.dismissed = dismissed;
    }

    @Transactional
    EnrolmentOutcome add(String wished) {
        String name = Normalizer.normalize(wished.strip(), Normalizer.Form.NFC);
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            return new Refused(new EnrolmentRefusal.NameUnusable());
        }
        UUID id = UUID.randomUUID();
        int added = database.createNativeQuery(
                        "insert into bed (id, name) values (:id, :name) on conflict (name) do nothing")
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate();
        if (added == 0) {
            boolean retired = database.createQuery(
                            "select retiredAt is not null from BedEntity where name = :name", Boolean.class)
                    .setParameter("name", name)
                    .getSingleResult();
            return new Refused(new EnrolmentRefusal.NameTaken(name, retired));
        }
        note("bed.add", id, Map.of("name", name));
        return new Done(id, name);
    }

    /** @param wished id of the agent; when empty, the one that the bed has, else one made from the bed's id */
    @Transactional
    EnrolmentOutcome enrol(UUID bedId, Optional<String> wished) {
        return inUse(bedId, bed -> {
            String agentId = wished.map(String::strip).orElseGet(() -> agentOf(bedId)
                    .map(agent -> agent.id)
                    .orElseGet(() -> "bed-" + bedId.toString().substring(0, 8)));
            if (!AGENT_ID.matcher(agentId).matches()) {
                return new Refused(new EnrolmentRefusal.AgentIdUnusable());
            }
            AgentEntity named = database.find(AgentEntity.class, agentId, LockModeType.PESSIMISTIC_WRITE);
            if (named != null && !named.bedId.equals(bedId)) {
                String other = database.find(BedEntity.class, named.bedId).name;
                return new Refused(new EnrolmentRefusal.AgentIdTaken(agentId, other));
            }
            String secret = Secret.made();
            agents.enrol(agentId, bedId, secret);
            note("agent.enrol", bedId, Map.of("bed", bed.name, "agent", agentId));
            return new AgentEnrolled(bedId, bed.name, agentId, secret);
        });
    }

    /** Takes a bed out of use: its agent is let in no more. */
    @Transactional
    EnrolmentOutcome retire(UUID bedId) {
        return inUse(bedId, bed -> {
            var asked = new BedRetiring(bedId);
            retiring.fire(asked);
            if (asked.needed()) {
                return new Refused(new EnrolmentRefusal.BedInUse(bed.name));
            }
            Optional<AgentEntity> agent = agentOf(bedId);
            if (agent.flatMap(known -> links.find(known.id))
                    .filter(AgentLink::hasBacklog)
                    .isPresent()) {
                return new Refused(new EnrolmentRefusal.Undelivered(bed.name));
            }
            agent.ifPresent(known -> {
                dismissed.fire(new AgentDismissed(known.id, RefusalCode.UNKNOWN_AGENT));
                database.remove(known);
            });
            bed.retiredAt = clock.instant();
            note("bed.retire", bedId, Map.of("name", bed.name));
            return new Done(bedId, bed.name);
        });
    }

    /** Takes a retired bed into use again; its agent is to be enrolled anew. */
    @Transactional
    EnrolmentOutcome reinstate(UUID bedId) {
        BedEntity bed = database.find(BedEntity.class, bedId, LockModeType.PESSIMISTIC_WRITE);
        if (bed == null) {
            return new Refused(new EnrolmentRefusal.BedUnknown());
        }
        if (bed.retiredAt != null) {
            bed.retiredAt = null;
            note("bed.reinstate", bedId, Map.of("name", bed.name));
        }
        return new Done(bedId, bed.name);
    }

    private EnrolmentOutcome inUse(UUID bedId, Function<BedEntity, EnrolmentOutcome> act) {
        BedEntity bed = database.find(BedEntity.class, bedId, LockModeType.PESSIMISTIC_WRITE);
        if (bed == null) {
            return new Refused(new EnrolmentRefusal.BedUnknown());
        }
        return bed.retiredAt != null ? new Refused(new EnrolmentRefusal.BedRetired(bed.name)) : act.apply(bed);
    }

    private Optional<AgentEntity> agentOf(UUID bedId) {
        return database.createQuery("from AgentEntity where bedId = :bed", AgentEntity.class)
                .setParameter("bed", bedId)
                .getResultStream()
                .findFirst();
    }

    private void note(String action, UUID bedId, Map<String, String> detail) {
        audit.record(action, "bed", bedId.toString(), Optional.empty(), "done", detail);
    }
}
