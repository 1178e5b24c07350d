package org.neuroward.clinic.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.start.TestDatabase;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportStatus;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReportSigningTest {

    @Inject
    Drafts drafts;

    @Inject
    StoredVisit visits;

    @Inject
    Reviewing reviewing;

    @Inject
    Signing signing;

    @Inject
    SignedReports signedReports;

    @Inject
    ReportForms forms;

    @Inject
    ReportStore store;

    @Inject
    EntityManager entities;

    private StoredVisit.Account account;
    private Author reviewer;
    private UUID report;

    @BeforeEach
    void aDraftAndItsReviewer() {
        account = visits.account(Role.REVIEWER);
        reviewer = new Author(account.id(), account.name(), "reviewer");
        report = drafts.ready();
    }

    @Test
    void signingStoresDocumentSignatureFormsAndTraceTogether() {
        EditOutcome outcome = signing.sign(report, 1, "Posterior rhythm of 9.75 Hz.", reviewer, account.password());

        assertThat(outcome).isInstanceOf(EditOutcome.Signed.class);
        OpenedReport opened = store.open(report);
        ReportDocument document = opened.revision().toDocument();
        assertThat(opened.isFinal()).isTrue();
        assertThat(opened.report().signedBy).isEqualTo(account.id());
        assertThat(document.status()).isEqualTo(ReportStatus.FINAL);
        assertThat(document.impression().orElseThrow().text()).isEqualTo("Posterior rhythm of 9.75 Hz.");
        assertThat(document.signature().orElseThrow().signer().name()).isEqualTo(account.name());
        for (ReportForm form : ReportForm.values()) {
            assertThat(store.findIssued(report, form)).as(form.name()).isPresent();
        }
        assertThat(rows("select count(*) from report_signature where report_id = :report"))
                .isEqualTo(1);
        assertThat(audited("report.sign", "done")).isEqualTo(1);
    }

    @Test
    void theSignatureNamesTheDraftThatStandsBeforeIt() {
        signing.sign(report, 1, "Nothing remarkable.", reviewer, account.password());

        ReportDocument signed = store.open(report).revision().toDocument();
        assertThat(rows("select count(*) from report_version where report_id = :report and sha256 = '"
                        + signed.signature().orElseThrow().signedSha256() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whenOnePartCannotBeStoredNothingIs() {
        OpenedReport opened = store.open(report);
        ReportDocument worded =
                Reviewing.worded(opened.revision().toDocument(), "Words.", reviewer, new ReportTime().now());
        ReportDocument issued = worded.signed(
                reviewer.toPerson(),
                org.neuroward.report.content.Signature.Meaning.REVIEW_AND_APPROVAL,
                "password",
                new ReportTime().now());
        List<Rendition> twice = new ArrayList<>(forms.all(issued));
        twice.add(twice.getFirst());

        assertThatThrownBy(() -> signedReports.store(opened, worded, issued, twice, reviewer))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.open(report).isFinal()).isFalse();
        assertThat(rows("select count(*) from report_version where report_id = :report"))
                .isEqualTo(1);
        assertThat(rows("select count(*) from report_signature where report_id = :report"))
                .isZero();
        assertThat(rows("select count(*) from report_rendition where report_id = :report"))
                .isZero();
        assertThat(audited("report.sign", "done")).isZero();
    }

    @Test
    void aWrongPasswordLeavesTheDraftAndATrace() {
        EditOutcome outcome = signing.sign(report, 1, "Words.", reviewer, "not the password");

        assertThat(outcome).isEqualTo(new EditOutcome.WrongPassword(SigningAttempts.ALLOWED - 1));
        assertThat(store.open(report).isFinal()).isFalse();
        assertThat(audited("report.sign", "refused")).isEqualTo(1);
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneIsRefusedForAWhile() {
        for (int i = 0; i < SigningAttempts.ALLOWED; i++) {
            signing.sign(report, 1, "Words.", reviewer, "guess " + i);
        }

        EditOutcome outcome = signing.sign(report, 1, "Words.", reviewer, account.password());

        assertThat(outcome).isInstanceOf(EditOutcome.Locked.class);
        assertThat(store.open(report).isFinal()).isFalse();
    }

    @Test
    void theRightPasswordClearsTheWrongOnesBeforeIt() {
        for (int i = 1; i < SigningAttempts.ALLOWED; i++) {
            signing.sign(report, 1, "Words.", reviewer, "guess " + i);
        }
        signing.sign(report, 1, "Words.", reviewer, account.password());

        EditOutcome next = signing.sign(drafts.ready(), 1, "Words.", reviewer, "guess");

        assertThat(next).isEqualTo(new EditOutcome.WrongPassword(SigningAttempts.ALLOWED - 1));
    }

    @Test
    void aReportIsNotSignedWithoutWords() {
        EditOutcome outcome = signing.sign(report, 1, " \n ", reviewer, account.password());

        assertThat(outcome).isEqualTo(new EditOutcome.ImpressionMissing());
    }

    @Test
    void aSecondEditorIsToldWhoWasFaster() {
        reviewing.save(report, 1, "First.", reviewer);
        var other = new Author(visits.account(Role.REVIEWER).id(), "Other", "reviewer");

        EditOutcome outcome = reviewing.save(report, 1, "Second.", other);

        assertThat(outcome)
                .isInstanceOfSatisfying(EditOutcome.ChangedMeanwhile.class, changed -> assertThat(changed.byName())
                        .isEqualTo(account.name()));
        assertThat(signing.sign(report, 1, "Second.", reviewer, account.password()))
                .isInstanceOf(EditOutcome.ChangedMeanwhile.class);
    }

    @Test
    void ofManyEditorsAtOnceExactlyOneSaves() throws Exception {
        List<EditOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<EditOutcome>> edits = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String text = "Text " + i;
                edits.add(() -> reviewing.save(report, 1, text, reviewer));
            }
            for (Future<EditOutcome> edit : threads.invokeAll(edits)) {
                outcomes.add(edit.get());
            }
        }

        assertThat(outcomes.stream().filter(EditOutcome.Saved.class::isInstance))
                .hasSize(1);
        assertThat(store.open(report).report().revision).isEqualTo(2);
    }

    @Test
    void savingTheSameWordsAgainMakesNoRevision() {
        reviewing.save(report, 1, "Same.", reviewer);

        EditOutcome outcome = reviewing.save(report, 2, "Same.", reviewer);

        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Saved.class, saved -> assertThat(saved.revision())
                .isEqualTo(2));
    }

    @Test
    void aSignedReportTakesNoFurtherWords() {
        signing.sign(report, 1, "Words.", reviewer, account.password());
        int revision = store.open(report).report().revision;

        assertThat(reviewing.save(report, revision, "Other.", reviewer)).isEqualTo(new EditOutcome.AlreadySigned());
        assertThat(signing.sign(report, revision, "Other.", reviewer, account.password()))
                .isEqualTo(new EditOutcome.AlreadySigned());
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatIsStored() {
        signing.sign(report, 1, "Words.", reviewer, account.password());

        for (String sql : List.of(
                "update report_version set impression = 'x' where report_id = :report",
                "delete from report_version where report_id = :report",
                "update report_rendition set sha256 = repeat('0', 64) where report_id = :report",
                "delete from report_signature where report_id = :report",
                "update report set state = 'DRAFT', signed_at = null, signed_by = null where id = :report",
                "delete from report where id = :report",
                "insert into report_version select report_id, 99, version, 'DRAFT', document, sha256, impression,"
                        + " author_id, author_name, created_at from report_version where report_id = :report"
                        + " and revision = 1",
                "update scored_result set refusal_code = 'x'",
                "truncate report_version cascade")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).isInstanceOf(RuntimeException.class);
        }
        assertThat(store.open(report).revision().toDocument().status()).isEqualTo(ReportStatus.FINAL);
    }

    @Transactional
    void execute(String sql) {
        var query = entities.createNativeQuery(sql);
        if (sql.contains(":report")) {
            query.setParameter("report", report);
        }
        query.executeUpdate();
    }

    @Transactional
    long audited(String action, String outcome) {
        return rows("select count(*) from audit_event where object_id = cast(:report as text) and action = '" + action
                + "' and outcome = '" + outcome + "'");
    }

    @Transactional
    long rows(String sql) {
        return ((Number) entities.createNativeQuery(sql, Long.class)
                        .setParameter("report", report)
                        .getSingleResult())
                .longValue();
    }
}
