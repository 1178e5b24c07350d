package org.neuroward.clinic.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.neuroward.scoring.ResultDocument;

/** Lets the tests of other packages store results that were never computed. */
@ApplicationScoped
public class ResultsForTests {

    private final Results results;

    ResultsForTests(Results results) {
        this.results = results;
    }

    public UUID store(UUID recordingId, UUID sessionId, ResultDocument document) {
        return results.store(recordingId, sessionId, document).id();
    }
}
