package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.neuroward.clinic.access.CurrentUser;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.html.ReportHtml;

/** Puts the page of one report together for the present reader. */
@ApplicationScoped
class ReportReading {

    private final ReportStore store;
    private final ReportRows rows;
    private final ReportFacts facts;
    private final ReviewWords words;
    private final CurrentUser reader;

    ReportReading(ReportStore store, ReportRows rows, ReportFacts facts, ReviewWords words, CurrentUser reader) {
        this.store = store;
        this.rows = rows;
        this.facts = facts;
        this.words = words;
        this.reader = reader;
    }

    ReportPage page(OpenedReport opened) {
        ReportDocument document = opened.revision().toDocument();
        ReportSummary summary = opened.report().toSummary(opened.revision().authorName);
        return new ReportPage(
                summary.id(),
                facts.patientOf(summary.patientId()),
                LocalDate.now(ClinicTime.zone()),
                !opened.isFinal() && reader.role() == Role.REVIEWER,
                ReportJson.code(summary.state()),
                words.state(summary.state()),
                rows.age(summary),
                summary.quality().grade(),
                words.quality(summary.quality()),
                ReportHtml.render(document, words.locale()),
                opened.report().revision,
                document.impression().map(Impression::text).orElse(""),
                Impression.LONGEST,
                words.messages().characters("%count%", "%longest%"),
                reader.displayName(),
                signatures(document, opened.revision()),
                store.history(opened.report().id).stream().map(this::step).toList());
    }

    private List<ReportPage.SignatureBlock> signatures(ReportDocument document, RevisionEntity revision) {
        return document
                .signature()
                .map(signature -> new ReportPage.SignatureBlock(
                        signature.signer().name(),
                        words.time(signature.signedAt().toInstant()),
                        revision.sha256))
                .stream()
                .toList();
    }

    private ReportPage.Step step(ReportStore.Step step) {
        ReviewMessages messages = words.messages();
        String what = step.state() == ReportStatus.FINAL
                ? messages.historySigned()
                : step.authorName().isPresent() ? messages.historyImpression() : messages.historyDraft();
        return new ReportPage.Step(what, step.authorName().orElse(""), words.time(step.at()));
    }
}
