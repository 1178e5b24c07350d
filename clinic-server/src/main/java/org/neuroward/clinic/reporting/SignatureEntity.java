package org.neuroward.clinic.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.neuroward.report.content.Signature;

/** Who signed which bytes, when, and what the signature means. */
@Entity
@Immutable
@Table(name = "report_signature")
class SignatureEntity {

    @EmbeddedId
    RevisionEntity.Key key;

    @Column(name = "signer_id")
    UUID signerId;

    @Column(name = "signer_name")
    String signerName;

    @Enumerated(EnumType.STRING)
    Signature.Meaning meaning;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "document_sha256")
    String documentSha256;

    static SignatureEntity of(Signature signature, RevisionEntity revision, Author signer) {
        var entity = new SignatureEntity();
        entity.key = revision.key;
        entity.signerId = signer.id();
        entity.signerName = signer.name();
        entity.meaning = signature.meaning();
        entity.signedAt = signature.signedAt().toInstant();
        entity.documentSha256 = revision.sha256;
        return entity;
    }
}
