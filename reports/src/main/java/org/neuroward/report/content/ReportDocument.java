package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.scoring.ResultDocument;

/**
 * One version of one report. Everything that people and machines read is made from it; its identity is the SHA-256 of
 * its canonical bytes ({@link ReportJson}).
 *
 * @param schema {@link #SCHEMA}
 * @param id of the report, the same over all versions
 * @param version from 1; a draft carries the number that it will have when signed
 * @param amendment what is replaced and why; present exactly from version 2 on
 * @param draftedAt when the first draft of this version was made
 * @param resultSha256 of {@code ResultJson.write(result)}
 * @param impression written by a person; empty while nobody has
 * @param signatures at least one exactly when final
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
    "schema",
    "id",
    "version",
    "status",
    "amendment",
    "draftedAt",
    "patient",
    "session",
    "resultSha256",
    "statements",
    "impression",
    "limitations",
    "signatures",
    "result"
})
public record ReportDocument(
        String schema,
        String id,
        int version,
        ReportStatus status,
        Optional<Amendment> amendment,
        OffsetDateTime draftedAt,
        PatientSnapshot patient,
        SessionFacts session,
        String resultSha256,
        List<Statement> statements,
        Optional<Impression> impression,
        List<Limitation> limitations,
        List<Signature> signatures,
        ResultDocument result) {

    public static final String SCHEMA = "neuroward.report/1";

    public ReportDocument {
        Required.text("report id", id);
        Required.sha256("resultSha256", resultSha256);
        statements = List.copyOf(statements);
        limitations = List.copyOf(limitations);
        signatures = List.copyOf(signatures);
        if (version < 1 || (version > 1) != amendment.isPresent()) {
            throw new IllegalArgumentException(
                    "versions count from 1, and every later one says what it amends: version=" + version);
        }
        if ((status == ReportStatus.FINAL) == signatures.isEmpty()) {
            throw new IllegalArgumentException("a report is final exactly when it is signed: status=" + status
                    + ", signatures=" + signatures.size());
        }
        if (status == ReportStatus.FINAL && impression.isEmpty()) {
            throw new IllegalArgumentException("a final report carries a clinician's impression: report=" + id);
        }
    }

    /** The first draft that a scored session gives: statements and limitations follow from the result alone. */
    public static ReportDocument draft(
            String id, OffsetDateTime draftedAt, PatientSnapshot patient, SessionFacts session, ResultDocument result) {
        return new ReportDocument(
                SCHEMA,
                id,
                1,
                ReportStatus.DRAFT,
                Optional.empty(),
                draftedAt,
                patient,
                session,
                ReportJson.sha256(result),
                Statements.of(result),
                Optional.empty(),
                Statements.limitationsOf(result),
                List.of(),
                result);
    }

    /** @throws IllegalStateException when this version is final */
    public ReportDocument withImpression(Impression written) {
        requireDraft();
        return next(version, status, amendment, draftedAt, Optional.of(written), signatures);
    }

    /**
     * This version, made final by a person's signature over its present canonical bytes.
     *
     * @param method how the signer proved identity, for example {@code password}
     * @throws IllegalStateException when this version is final already, or has no impression yet
     */
    public ReportDocument signed(Person signer, Signature.Meaning meaning, String method, OffsetDateTime signedAt) {
        requireDraft();
        if (impression.isEmpty()) {
            throw new IllegalStateException("a report needs an impression before it is signed: report=" + id);
        }
        List<Signature> all = new ArrayList<>(signatures);
        all.add(new Signature(signer, meaning, signedAt, method, ReportJson.sha256(this)));
        return next(version, ReportStatus.FINAL, amendment, draftedAt, impression, all);
    }

    /**
     * A draft of the next version, which names this one and says why it is needed.
     *
     * @throws IllegalStateException when this version is still a draft
     */
    public ReportDocument amended(String reason, Person author, OffsetDateTime at) {
        if (status != ReportStatus.FINAL) {
            throw new IllegalStateException("only a signed report is amended; a draft is edited: report=" + id);
        }
        Amendment made = new Amendment(ReportJson.sha256(this), reason, author);
        return next(version + 1, ReportStatus.DRAFT, Optional.of(made), at, impression, List.of());
    }

    /** SHA-256 of the bytes of the recording that was scored. */
    public String recordingSha256() {
        return result.input().sha256();
    }

    /** The first signature, with which this version became final. */
    public Optional<Signature> signature() {
        return signatures.stream().findFirst();
    }

    private void requireDraft() {
        if (status != ReportStatus.DRAFT) {
            throw new IllegalStateException(
                    "a signed report is never changed: report=" + id + ", version=" + version + ". Amend it instead.");
        }
    }

    private ReportDocument next(
            int number,
            ReportStatus to,
            Optional<Amendment> because,
            OffsetDateTime drafted,
            Optional<Impression> words,
            List<Signature> names) {
        return new ReportDocument(
                schema,
                id,
                number,
                to,
                because,
                drafted,
                patient,
                session,
                resultSha256,
                statements,
                words,
                limitations,
                names,
                result);
    }
}
