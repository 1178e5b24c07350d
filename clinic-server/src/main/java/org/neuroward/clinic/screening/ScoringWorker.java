package org.neuroward.clinic.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.neuroward.clinic.filing.IdentityGuard;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.screening.ScoringProgress.Stage;
import org.neuroward.scoring.ResultDocument;

/** Takes one recording from the sealed file to the stored result and its report; what goes wrong stays with it. */
@ApplicationScoped
class ScoringWorker {

    private static final Logger LOG = Logger.getLogger(ScoringWorker.class);

    private final ScoringJobs jobs;
    private final Results results;
    private final Recordings recordings;
    private final SealedRecordingScorer scorer;
    private final IdentityGuard guard;
    private final MeterRegistry metrics;
    private final Event<RecordingScored> scored;
    private final Map<UUID, ScoringProgress> running = new ConcurrentHashMap<>();

    ScoringWorker(
            ScoringJobs jobs,
            Results results,
            Recordings recordings,
            SealedRecordingScorer scorer,
            IdentityGuard guard,
            MeterRegistry metrics,
            Event<RecordingScored> scored) {
        this.jobs = jobs;
        this.results = results;
        this.recordings = recordings;
        this.scorer = scorer;
        this.guard = guard;
        this.metrics = metrics;
        this.scored = scored;
    }

    void run(ScoringJobs.ScoringJob job) {
        UUID recording = job.recordingId();
        try {
            requireIdentity(recording);
            report(recording, Stage.SCORING, 0);
            Optional<StoredResult> known = results.findOf(recording);
            StoredResult result = known.isPresent() ? known.get() : score(job);
            report(recording, Stage.DRAFTING, 0);
            // Scoring takes its time, and patients are merged at any time.
            requireIdentity(recording);
            scored.fire(new RecordingScored(recording, job.sessionId(), result.id()));
            jobs.finish(recording);
        } catch (UnscorableException e) {
            fail(recording, e.failure(), e);
        } catch (IOException e) {
            fail(recording, ScoringFailure.FILE_UNREADABLE, e);
        } catch (RuntimeException | VirtualMachineError e) {
            // The edge of the job: whatever one recording does to us, the next one is scored.
            fail(recording, ScoringFailure.FAULT, e);
        } finally {
            running.remove(recording);
        }
    }

    private void requireIdentity(UUID recording) throws UnscorableException {
        if (!guard.clears(recording)) {
            throw new UnscorableException(ScoringFailure.IDENTITY_OPEN, "recording=" + recording);
        }
    }

    ScoringProgress progressOf(ScoringJobEntity job) {
        return switch (job.state) {
            case WAITING -> ScoringProgress.at(Stage.WAITING, 0);
            case RUNNING -> running.getOrDefault(job.recordingId, ScoringProgress.at(Stage.SCORING, 0));
            case DONE -> ScoringProgress.at(Stage.DONE, 100);
            case FAILED -> new ScoringProgress(Stage.FAILED, 0, Optional.of(job.failureCode));
        };
    }

    private StoredResult score(ScoringJobs.ScoringJob job) throws IOException, UnscorableException {
        UUID recording = job.recordingId();
        StoredRecording.SealedFile file = recordings
                .get(recording)
                .sealed()
                .orElseThrow(() -> new IllegalStateException("only a sealed recording is scored: " + recording));
        Timer.Sample clock = Timer.start(metrics);
        ResultDocument document =
                scorer.score(file, (fraction, stage) -> report(recording, Stage.SCORING, (int) (100 * fraction)));
        clock.stop(metrics.timer("neuroward.scoring"));
        return results.store(recording, job.sessionId(), document);
    }

    private void report(UUID recording, Stage stage, int percent) {
        running.put(recording, ScoringProgress.at(stage, percent));
    }

    private void fail(UUID recording, ScoringFailure failure, Throwable cause) {
        LOG.errorf(cause, "scoring failed: recording=%s, reason=%s", recording, failure.code());
        jobs.fail(recording, failure, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
