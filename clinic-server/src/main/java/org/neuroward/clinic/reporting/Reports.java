package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.report.content.ReportStatus;

/** Which reports there are and where each stands. */
@ApplicationScoped
public class Reports {

    private static final String SUMMARY = """
            select r, v.authorName from ReportEntity r
            join RevisionEntity v on v.key.reportId = r.id and v.key.revision = r.revision
            """;
    // What waits longest stands first; what is done follows, the newest first.
    private static final String BY_AGE = """
             order by case when r.state = DRAFT then 0 else 1 end,
            case when r.state = DRAFT then r.recordingEndedAt end,
            r.recordingEndedAt desc, r.id""";

    private final EntityManager entities;

    Reports(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest first. */
    @Transactional
    public List<ReportSummary> ofPatient(UUID patientId) {
        return summaries(query(SUMMARY + "where r.patientId = :patient order by r.recordingEndedAt desc, r.id")
                .setParameter("patient", patientId));
    }

    @Transactional
    public Optional<ReportSummary> ofSession(UUID sessionId) {
        return summaries(query(SUMMARY + "where r.sessionId = :session").setParameter("session", sessionId)).stream()
                .findFirst();
    }

    /**
     * Drafts by age, then signed ones from the newest.
     *
     * @param states those wanted
     */
    @Transactional
    List<ReportSummary> list(List<ReportStatus> states, int first, int most) {
        return summaries(query(SUMMARY + "where r.state in :states" + BY_AGE)
                .setParameter("states", states)
                .setFirstResult(first)
                .setMaxResults(most));
    }

    @Transactional
    long count(ReportStatus state) {
        return entities.createQuery("select count(*) from ReportEntity where state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    private TypedQuery<Object[]> query(String text) {
        return entities.createQuery(text, Object[].class);
    }

    private static List<ReportSummary> summaries(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> ((ReportEntity) row[0]).toSummary((String) row[1]))
                .toList();
    }
}
