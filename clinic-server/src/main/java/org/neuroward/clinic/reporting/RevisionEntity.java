package org.neuroward.clinic.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ReportStatus;

/** The canonical document as it was saved once. */
@Entity
@Immutable
@Table(name = "report_version")
class RevisionEntity {

    @EmbeddedId
    Key key;

    int version;

    @Enumerated(EnumType.STRING)
    ReportStatus state;

    byte[] document;

    String sha256;

    String impression;

    @Column(name = "author_id")
    UUID authorId;

    @Column(name = "author_name")
    String authorName;

    @Column(name = "created_at")
    Instant createdAt;

    static RevisionEntity of(ReportDocument document, Key key, Instant createdAt) {
        var entity = new RevisionEntity();
        entity.key = key;
        entity.version = document.version();
        entity.state = document.status();
        entity.document = ReportJson.write(document);
        entity.sha256 = ReportJson.sha256(document);
        entity.impression = document.impression().map(Impression::text).orElse(null);
        entity.createdAt = createdAt;
        return entity;
    }

    RevisionEntity by(UUID id, String name) {
        authorId = id;
        authorName = name;
        return this;
    }

    /** @throws IllegalStateException when the stored bytes are of a schema that this version does not know, or were altered */
    ReportDocument toDocument() {
        try {
            ReportDocument read = ReportJson.read(document);
            if (!ReportJson.sha256(read).equals(sha256)) {
                throw new IllegalStateException("a stored report has the hash that was stored with it: report="
                        + key.reportId + ", revision=" + key.revision);
            }
            return read;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "a stored report must be readable: report=" + key.reportId + ", revision=" + key.revision, e);
        }
    }

    @Embeddable
    record Key(
            @Column(name = "report_id") UUID reportId,
            @Column(name = "revision") int revision) {}
}
