package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuroward.clinic.screening.RecordingScored;
import org.neuroward.clinic.screening.ResultsForTests;
import org.neuroward.scoring.ResultDocument;

/** Makes drafts for tests the way the server does: a result is stored, and the event tells of it. */
@ApplicationScoped
public class Drafts {

    private static final AtomicInteger MARKS = new AtomicInteger();

    private final StoredVisit visits;
    private final ResultsForTests results;
    private final Event<RecordingScored> scored;
    private final ReportStore store;

    Drafts(StoredVisit visits, ResultsForTests results, Event<RecordingScored> scored, ReportStore store) {
        this.visits = visits;
        this.results = results;
        this.scored = scored;
        this.store = store;
    }

    /** @return id of the report */
    public UUID ready() {
        return of(SampleResults.scored(MARKS.incrementAndGet()), Instant.now().minusSeconds(90));
    }

    public UUID refused() {
        return of(SampleResults.refused(MARKS.incrementAndGet()), Instant.now().minusSeconds(90));
    }

    UUID of(ResultDocument result, Instant endedAt) {
        StoredVisit.Visit visit = visits.ended(endedAt);
        UUID stored = results.store(visit.recordingId(), visit.sessionId(), result);
        scored.fire(new RecordingScored(visit.recordingId(), visit.sessionId(), stored));
        return store.findOfRecording(visit.recordingId()).orElseThrow();
    }
}
