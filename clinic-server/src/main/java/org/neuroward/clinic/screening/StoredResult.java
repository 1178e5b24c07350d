package org.neuroward.clinic.screening;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/** A result as it was stored: the very bytes, and what they say. */
public final class StoredResult {

    private final ScoredResultEntity entity;

    StoredResult(ScoredResultEntity entity) {
        this.entity = entity;
    }

    public UUID id() {
        return entity.id;
    }

    public UUID recordingId() {
        return entity.recordingId;
    }

    public UUID sessionId() {
        return entity.sessionId;
    }

    /** The bytes that {@code neuroward score resting FILE --json} prints for the sealed recording. */
    public byte[] bytes() {
        return entity.document.clone();
    }

    /** SHA-256 of {@link #bytes()}, lower-case hex. */
    public String sha256() {
        return entity.sha256;
    }

    public Instant scoredAt() {
        return entity.scoredAt;
    }

    /** @throws IllegalStateException when the stored bytes are of a schema that this version does not know */
    public ResultDocument document() {
        try {
            return ResultJson.read(entity.document);
        } catch (IOException e) {
            throw new IllegalStateException("a stored result must be readable: result=" + entity.id, e);
        }
    }
}
