package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportStatus;

/** Rows of reports and their revisions. */
@ApplicationScoped
class ReportStore {

    private final EntityManager entities;
    private final Clock clock = Clock.systemUTC();

    ReportStore(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    boolean exists(UUID reportId) {
        return entities.find(ReportEntity.class, reportId) != null;
    }

    @Transactional
    Optional<OpenedReport> find(UUID reportId) {
        return Optional.ofNullable(entities.find(ReportEntity.class, reportId)).map(this::opened);
    }

    /** @throws NoSuchElementException when there is no such report */
    @Transactional
    OpenedReport open(UUID reportId) {
        return find(reportId).orElseThrow(() -> new NoSuchElementException("no such report: report=" + reportId));
    }

    /** The same, and nobody else changes it before the present transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    OpenedReport openToChange(UUID reportId) {
        ReportEntity report = entities.find(ReportEntity.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw new NoSuchElementException("no such report: report=" + reportId);
        }
        // What another request saved while this one waited for the lock.
        entities.refresh(report);
        return opened(report);
    }

    @Transactional
    Optional<UUID> findOfRecording(UUID recordingId) {
        return entities.createQuery("select id from ReportEntity where recordingId = :recording", UUID.class)
                .setParameter("recording", recordingId)
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addDraft(ReportEntity report, ReportDocument document) {
        report.revision = 1;
        report.version = document.version();
        report.state = document.status();
        entities.persist(report);
        entities.persist(RevisionEntity.of(document, new RevisionEntity.Key(report.id, 1), report.createdAt));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    RevisionEntity addRevision(ReportEntity report, ReportDocument document, Author author, Instant at) {
        report.revision++;
        report.version = document.version();
        report.state = document.status();
        var key = new RevisionEntity.Key(report.id, report.revision);
        RevisionEntity revision = RevisionEntity.of(document, key, at).by(author.id(), author.name());
        entities.persist(revision);
        return revision;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addSignature(SignatureEntity signature) {
        entities.persist(signature);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addRendition(RevisionEntity.Key revision, Rendition rendition) {
        var entity = new RenditionEntity();
        entity.key = new RenditionEntity.Key(revision.reportId(), revision.revision(), rendition.form());
        entity.bytes = rendition.bytes();
        entity.sha256 = rendition.sha256();
        entity.createdAt = clock.instant();
        entities.persist(entity);
    }

    /** The form as it was issued when the report was signed; empty for a draft. */
    @Transactional
    Optional<Rendition> findIssued(UUID reportId, ReportForm form) {
        return entities.createQuery("""
                        from RenditionEntity where key.reportId = :report and key.form = :form
                        order by key.revision desc""", RenditionEntity.class)
                .setParameter("report", reportId)
                .setParameter("form", form)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(entity -> new Rendition(form, entity.bytes));
    }

    /** What was saved when by whom, the oldest first; without the documents, which are large. */
    @Transactional
    List<Step> history(UUID reportId) {
        return entities.createQuery("""
                        select state, authorName, createdAt from RevisionEntity where key.reportId = :report
                        order by key.revision""", Object[].class)
                .setParameter("report", reportId)
                .getResultStream()
                .map(row -> new Step((ReportStatus) row[0], Optional.ofNullable((String) row[1]), (Instant) row[2]))
                .toList();
    }

    /** @param authorName empty when the program saved */
    record Step(ReportStatus state, Optional<String> authorName, Instant at) {}

    private OpenedReport opened(ReportEntity report) {
        var key = new RevisionEntity.Key(report.id, report.revision);
        return new OpenedReport(report, entities.find(RevisionEntity.class, key));
    }
}
