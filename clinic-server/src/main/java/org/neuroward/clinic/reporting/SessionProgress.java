package org.neuroward.clinic.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.screening.ScoringProgress;
import org.neuroward.clinic.screening.Screening;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.SessionPhase;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.clinic.web.Problem;

/** Tells the bedside page how far an ended session has come on its way to the drafted report. */
@Path("/api/sessions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class SessionProgress {

    private final Sessions sessions;
    private final Recordings recordings;
    private final Screening screening;
    private final Reports reports;
    private final ReviewWords words;
    private final AuditSubject subject;

    SessionProgress(
            Sessions sessions,
            Recordings recordings,
            Screening screening,
            Reports reports,
            ReviewWords words,
            AuditSubject subject) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.screening = screening;
        this.reports = reports;
        this.words = words;
        this.subject = subject;
    }

    /**
     * @param stage {@code recording}, {@code cancelled}, {@code sealing}, {@code scoring}, {@code drafting}, {@code done},
     *     {@code refused} (a report without numbers) or {@code failed}
     * @param percent of the whole way from the end of the recording
     * @param reportId null until the draft is there
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Progress(String stage, int percent, UUID reportId, String sentence) {}

    @GET
    @Path("/{id}/progress")
    public Progress progress(@PathParam("id") String id) {
        BedSession session = ReportId.parse(id)
                .flatMap(sessions::find)
                .orElseThrow(() ->
                        new Problem(404, "session-unknown", words.messages().sessionUnknown()));
        subject.patient(session.patientId());
        return reports.ofSession(session.id()).map(this::arrived).orElseGet(() -> underWay(session));
    }

    private Progress arrived(ReportSummary report) {
        return report.quality().refused()
                ? new Progress("refused", 100, report.id(), words.messages().progressRefused())
                : new Progress("done", 100, report.id(), words.messages().progressDone());
    }

    private Progress underWay(BedSession session) {
        SessionPhase phase = sessions.phase(session);
        return switch (phase) {
            case CANCELLED ->
                new Progress("cancelled", 0, null, words.messages().progressCancelled());
            case PREPARING, PREPARED, RECORDING, AGENT_LOST ->
                new Progress("recording", 0, null, words.messages().progressRecording());
            case ENDED, SEALING ->
                new Progress("sealing", 5, null, words.messages().progressSealing());
            case FAILED -> new Progress("failed", 0, null, words.messages().failedSealing());
            case SEALED -> session.held() ? held() : scoring(session);
        };
    }

    /** A person must first say whose it is; until then nothing goes on by itself. */
    private Progress held() {
        return new Progress("failed", 0, null, words.messages().failedIdentityOpen());
    }

    private Progress scoring(BedSession session) {
        Optional<ScoringProgress> progress =
                recordings.findOfSession(session.id()).map(StoredRecording::id).flatMap(screening::progressOf);
        return progress.map(this::scoring)
                .orElseGet(
                        () -> new Progress("scoring", 15, null, words.messages().progressWaiting()));
    }

    private Progress scoring(ScoringProgress progress) {
        ReviewMessages messages = words.messages();
        return switch (progress.stage()) {
            case WAITING -> new Progress("scoring", 15, null, messages.progressWaiting());
            case SCORING ->
                new Progress("scoring", 15 + progress.percent() * 75 / 100, null, messages.progressScoring());
            // Done without a report: its transaction is about to be seen.
            case DRAFTING, DONE -> new Progress("drafting", 95, null, messages.progressDrafting());
            case FAILED ->
                new Progress(
                        "failed", 0, null, words.failure(progress.failureCode().orElseThrow()));
        };
    }
}
