package org.neuroward.clinic.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes the trail. Rows are only ever appended; each carries the hash of the one before, so that a row changed, removed
 * or put between shows in {@link ChainCheck}. A row is written in the caller's transaction: if it cannot be written, the
 * act does not happen. Call it last in a transaction, since appending is one at a time until the transaction ends.
 */
@ApplicationScoped
public class AuditTrail {
    /** Any fixed number: the key of the advisory lock under which rows are appended. */
    private static final long APPEND_LOCK = 0x4E_57_41_55_44_49_54L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager entities;
    private final CurrentIdentityAssociation identities;
    private final String program;
    private final Clock clock = Clock.systemUTC();

    AuditTrail(
            EntityManager entities,
            CurrentIdentityAssociation identities,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.entities = entities;
        this.identities = identities;
        this.program = "clinic-server " + version;
    }

    /**
     * Records an act of whoever is signed in, or of the program when there is no request.
     *
     * @param action what was done, as {@code report.sign}
     * @param objectType the kind of thing it was done to
     * @param objectId its id, {@code -} when there is none
     * @param patientId the patient whom it concerns
     * @param outcome {@code done}, {@code refused} or {@code failed}
     * @param detail further facts; ids and codes only, no patient's data
     */
    @Transactional
    public void record(
            String action,
            String objectType,
            String objectId,
            Optional<UUID> patientId,
            String outcome,
            Map<String, String> detail) {
        recordAs(currentActor(), action, objectType, objectId, patientId, outcome, detail);
    }

    /** Records an act of the given actor; for acts before sign-in and for programs that speak for themselves. */
    @Transactional
    public void recordAs(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            Optional<UUID> patientId,
            String outcome,
            Map<String, String> detail) {
        entities.createNativeQuery("select pg_advisory_xact_lock(:key)", Object.class)
                .setParameter("key", APPEND_LOCK)
                .getSingleResult();
        List<AuditEventEntity> last = entities.createQuery(
                        "from AuditEventEntity order by seq desc", AuditEventEntity.class)
                .setMaxResults(1)
                .getResultList();
        long seq = last.isEmpty() ? 1 : last.get(0).seq + 1;
        byte[] previousHash = last.isEmpty() ? new byte[32] : last.get(0).hash;
        // The column keeps microseconds; what is hashed must be what can be read back.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEvent event = new AuditEvent(
                seq, at, actor, program, action, objectType, objectId, patientId, outcome, canonical(detail));
        entities.persist(AuditEventEntity.from(event, previousHash));
        entities.flush();
    }

    private Actor currentActor() {
        if (!Arc.container().requestContext().isActive()) {
            return Actor.program();
        }
        SecurityIdentity identity = identities.getIdentity();
        Actor actor = identity == null ? null : identity.getAttribute(Actor.ATTRIBUTE);
        return actor == null ? Actor.program() : actor;
    }

    private static String canonical(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
