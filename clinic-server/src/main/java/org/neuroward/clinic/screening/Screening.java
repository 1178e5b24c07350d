package org.neuroward.clinic.screening;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.neuroward.clinic.filing.IdentityGuard;
import org.neuroward.clinic.filing.RecordingFiled;
import org.neuroward.clinic.recording.RecordingSealed;
import org.neuroward.clinic.recording.Recordings;

/** Scores every sealed recording once, away from the threads that answer people. */
@ApplicationScoped
public class Screening {

    private static final Logger LOG = Logger.getLogger(Screening.class);
    // Two cores are the smallest machine: one recording may be scored while another is read from a slow disk.
    private static final int WORKERS = 2;

    private final ScoringJobs jobs;
    private final ScoringWorker worker;
    private final Recordings recordings;
    private final IdentityGuard guard;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            WORKERS, Thread.ofPlatform().name("scoring-", 0).daemon().factory());

    Screening(ScoringJobs jobs, ScoringWorker worker, Recordings recordings, IdentityGuard guard) {
        this.jobs = jobs;
        this.worker = worker;
        this.recordings = recordings;
        this.guard = guard;
    }

    /** How far the recording has come; empty while it is not sealed. */
    public Optional<ScoringProgress> progressOf(UUID recordingId) {
        return jobs.find(recordingId).map(worker::progressOf);
    }

    /** Recordings that could not be scored, the latest failure first. */
    public List<FailedRecording> failed() {
        return jobs.failed().stream()
                .map(job -> new FailedRecording(job.recordingId, job.sessionId, job.failureCode))
                .toList();
    }

    /** @param code why, for example {@code file-unreadable} */
    public record FailedRecording(UUID recordingId, UUID sessionId, String code) {}

    /**
     * Tries a failed recording again.
     *
     * @return whether it had failed
     */
    public boolean tryAgain(UUID recordingId) {
        boolean waiting = jobs.tryAgain(recordingId);
        if (waiting) {
            wake();
        }
        return waiting;
    }

    void sealed(@ObservesAsync RecordingSealed event) {
        if (!guard.waiting().contains(event.recordingId())) {
            jobs.add(event.recordingId(), event.sessionId());
            wake();
        }
    }

    /** A person has said whose it is: it goes the way of every other one. */
    void filed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingFiled event) {
        jobs.add(event.recordingId(), event.sessionId());
        jobs.tryAgain(event.recordingId());
        wake();
    }

    void start(@Observes StartupEvent event) {
        jobs.putBackInterrupted();
        pickUp();
    }

    // The event is the fast way; this finds what was sealed when nobody listened.
    @Scheduled(every = "5m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pickUp() {
        Set<UUID> known = jobs.known();
        Set<UUID> waiting = guard.waiting();
        recordings.listSealed().stream()
                .filter(recording -> !known.contains(recording.id()) && !waiting.contains(recording.id()))
                .forEach(recording -> jobs.add(recording.id(), recording.sessionId()));
        wake();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("scoring was still at work when the server stopped; it starts anew with the server");
        }
    }

    private void wake() {
        try {
            threads.execute(this::workOff);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server is stopping; waiting recordings are scored at the next start");
        }
    }

    private void workOff() {
        for (var job = jobs.take(); job.isPresent(); job = jobs.take()) {
            worker.run(job.get());
        }
    }
}
