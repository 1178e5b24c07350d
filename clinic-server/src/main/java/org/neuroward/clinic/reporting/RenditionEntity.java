package org.neuroward.clinic.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One form of a signed report, kept byte for byte as it was issued. */
@Entity
@Immutable
@Table(name = "report_rendition")
class RenditionEntity {

    @EmbeddedId
    Key key;

    byte[] bytes;

    String sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Embeddable
    record Key(
            @Column(name = "report_id") UUID reportId,
            @Column(name = "revision") int revision,

            @Column(name = "form") @Enumerated(EnumType.STRING)
            ReportForm form) {}
}
