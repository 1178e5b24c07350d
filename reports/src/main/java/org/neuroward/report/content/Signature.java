package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;

/**
 * A person's act of signing: printed name, time and meaning stand in every form that people read (21 CFR 11.50).
 *
 * @param method how the person proved identity in that moment, for example {@code password}
 * @param signedSha256 of the canonical bytes as they were before this signature
 */
@JsonPropertyOrder({"signer", "meaning", "signedAt", "method", "signedSha256"})
public record Signature(Person signer, Meaning meaning, OffsetDateTime signedAt, String method, String signedSha256) {

    public Signature {
        Required.code("method of signing", method);
        Required.sha256("signedSha256", signedSha256);
    }

    /** What the signer answers for. */
    public enum Meaning {
        AUTHORSHIP,
        REVIEW,
        REVIEW_AND_APPROVAL
    }
}
