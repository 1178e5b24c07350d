package org.neuroward.clinic.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/** The stored results; they are added and read, never changed. */
@ApplicationScoped
public class Results {

    private final EntityManager entities;
    private final Clock clock = Clock.systemUTC();

    Results(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NoSuchElementException when there is no such result */
    @Transactional
    public StoredResult get(UUID id) {
        var entity = entities.find(ScoredResultEntity.class, id);
        if (entity == null) {
            throw new NoSuchElementException("no such result: result=" + id);
        }
        return new StoredResult(entity);
    }

    /** The newest result of the recording. */
    @Transactional
    public Optional<StoredResult> findOf(UUID recordingId) {
        return entities.createQuery(
                        "from ScoredResultEntity where recordingId = :recording order by scoredAt desc, id desc",
                        ScoredResultEntity.class)
                .setParameter("recording", recordingId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(StoredResult::new);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    StoredResult store(UUID recordingId, UUID sessionId, ResultDocument document) {
        var entity = new ScoredResultEntity();
        entity.id = UUID.randomUUID();
        entity.recordingId = recordingId;
        entity.sessionId = sessionId;
        entity.protocolId = document.protocol().id();
        entity.protocolVersion = document.protocol().version();
        entity.softwareVersion = document.software().version();
        entity.refusalCode =
                document.refusal().map(ResultDocument.Refusal::code).orElse(null);
        entity.document = ResultJson.write(document);
        entity.sha256 = sha256(entity.document);
        entity.scoredAt = clock.instant();
        entities.persist(entity);
        return new StoredResult(entity);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
