package org.neuroward.clinic.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.report.content.ReportStatus;

/** Where a report stands, with what a list of reports shows; its words are in its revisions. */
@Entity
@Table(name = "report")
class ReportEntity {

    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    @Column(name = "recording_id")
    UUID recordingId;

    @Column(name = "result_id")
    UUID resultId;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "protocol_id")
    String protocolId;

    @Enumerated(EnumType.STRING)
    ReportStatus state;

    int version;

    int revision;

    @Column(name = "recording_ended_at")
    Instant recordingEndedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "signed_by")
    UUID signedBy;

    @Column(name = "quality_grade")
    String qualityGrade;

    @Column(name = "quality_index")
    double qualityIndex;

    boolean refused;

    boolean simulated;

    /** @param lastAuthor null while no person has written in it */
    ReportSummary toSummary(String lastAuthor) {
        return new ReportSummary(
                id,
                sessionId,
                patientId,
                protocolId,
                state,
                recordingEndedAt,
                Optional.ofNullable(signedAt),
                new ReportSummary.Quality(qualityGrade, qualityIndex, refused),
                simulated,
                Optional.ofNullable(lastAuthor));
    }
}
