package org.neuroward.clinic.reporting;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.neuroward.clinic.access.CurrentUser;
import org.neuroward.clinic.access.Role;
import org.neuroward.report.content.ReportJson;

/** Turns reports into lines for the present reader; the patient's page asks for those of one patient. */
@ApplicationScoped
@Named("patientReports")
@Unremovable
class ReportRows {

    private final Reports reports;
    private final ReviewWords words;
    private final CurrentUser reader;
    private final ReportFacts facts;

    ReportRows(Reports reports, ReviewWords words, CurrentUser reader, ReportFacts facts) {
        this.reports = reports;
        this.words = words;
        this.reader = reader;
        this.facts = facts;
    }

    /** Lines for the page of this patient, the newest first. */
    public List<ReportRow> of(UUID patientId) {
        return reports.ofPatient(patientId).stream()
                .map(summary -> row(summary, "", reader.role() != Role.ADMINISTRATOR))
                .toList();
    }

    @Transactional
    List<ReportRow> withPatients(List<ReportSummary> summaries) {
        boolean mayOpen = reader.role() == Role.REVIEWER;
        return summaries.stream()
                .map(summary -> row(summary, facts.patientName(summary.patientId()), mayOpen))
                .toList();
    }

    private ReportRow row(ReportSummary summary, String patient, boolean mayOpen) {
        return new ReportRow(
                summary.id(),
                ReportJson.code(summary.state()),
                words.state(summary.state()),
                age(summary),
                patient,
                summary.simulated(),
                words.protocol(summary.protocolId()),
                summary.quality().grade(),
                words.quality(summary.quality()),
                words.time(summary.recordingEndedAt()),
                summary.lastAuthor().orElseGet(() -> words.messages().byProgram()),
                mayOpen,
                summary.isFinal());
    }

    String age(ReportSummary summary) {
        String age = words.age(summary.age(Instant.now()));
        return summary.isFinal() ? words.messages().signedAfter(age) : age;
    }
}
