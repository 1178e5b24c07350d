package org.neuroward.clinic.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.neuroward.preparation.Progress;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;

class RehearsalTest {

    @Test
    void theMadeUpRecordingGoesAllTheWayToNumbers() throws IOException {
        var input = new ResultDocument.Input("0".repeat(64), 1, "BDF+C");

        ResultDocument result =
                RestingAnalysis.score(new RehearsedRecording(), input, RestingParameters.defaults(), Progress.NONE);

        assertThat(result.refusal()).isEmpty();
        assertThat(result.results()).anyMatch(one -> one.code().equals("iaf.peak"));
    }
}
