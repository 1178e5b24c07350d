package org.neuroward.resting;

import java.io.IOException;
import org.neuroward.preparation.Preparation;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.preparation.Preparation.Refused;
import org.neuroward.preparation.Progress;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.Recording;

/**
 * Scores a resting recording: band powers of every good channel in the average reference, and the individual alpha frequency,
 * for each condition. A pure function of the recording and the parameters: the same input gives the same document, bit by bit.
 *
 * <p>What cannot be scored is refused with a reason, in the document; only a recording that cannot be read is an exception.
 */
public final class RestingAnalysis {

    private RestingAnalysis() {}

    /**
     * @param input identity of the file that {@code recording} reads
     * @throws IOException when the recording cannot be read
     */
    public static ResultDocument score(
            Recording recording, ResultDocument.Input input, RestingParameters parameters, Progress progress)
            throws IOException {
        Preparation preparation = Preparation.of(recording, parameters.statedCondition(), progress);
        var document = new RestingDocument(input, parameters, preparation.account());
        ResultDocument result =
                switch (preparation) {
                    case Refused refused -> document.refused(refused.refusal());
                    case Ready ready -> score(ready, document, progress);
                };
        progress.reached(1, Progress.Stage.DONE);
        return result;
    }

    private static ResultDocument score(Ready ready, RestingDocument document, Progress progress) {
        progress.reached(0.85, Progress.Stage.SPECTRA);
        return document.scored(new RestingScores(
                ready.clean(), ready.conditions(), ready.account().lowpassHertz()));
    }
}
