package org.neuroward.measure;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.neuroward.preparation.Preparation;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.preparation.Preparation.Refused;
import org.neuroward.preparation.Progress;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.signal.Recording;

/**
 * All features of a resting recording, for research: values with definition, data used and reliability, without norms and
 * without words. A pure function of the recording and the parameters: the same input gives the same document, bit by bit.
 *
 * <p>A value that may not be given stands in the document with its reason. Where no value at all may be given, because the
 * recording cannot be prepared or its quality is red, the document is a refusal; only a recording that cannot be read is an
 * exception.
 */
public final class FeatureAnalysis {

    private static final double PREPARED = 0.75;

    private FeatureAnalysis() {}

    /**
     * @param input identity of the file that {@code recording} reads
     * @throws IOException when the recording cannot be read
     */
    public static ResultDocument measure(
            Recording recording, ResultDocument.Input input, FeatureParameters parameters, Progress progress)
            throws IOException {
        Preparation preparation = Preparation.of(recording, parameters.statedCondition(), progress);
        var document = new FeatureDocument(input, parameters, preparation.account());
        ResultDocument result =
                switch (preparation) {
                    case Refused refused -> document.refused(refused.refusal());
                    case Ready ready -> measure(recording, ready, parameters, document, progress);
                };
        progress.reached(1, Progress.Stage.DONE);
        return result;
    }

    private static ResultDocument measure(
            Recording file, Ready ready, FeatureParameters parameters, FeatureDocument document, Progress progress)
            throws IOException {
        Optional<CleanRecording> recording = CleanRecording.of(ready, parameters.reference());
        if (recording.isEmpty()) {
            return document.refused(new Refusal(
                    "reference-not-available",
                    Map.of("reference", parameters.reference().code())));
        }
        document.conditions(recording.get());
        if (ready.account().isRed()) {
            return document.refusedForQuality();
        }
        CleanRecording measured = recording.get();
        if (parameters.families().contains(FeatureFamily.EVOKED)) {
            measured = measured.with(EventTrials.of(file, ready, parameters));
        }
        return document.measured(measure(measured, parameters, progress));
    }

    private static Measures measure(CleanRecording recording, FeatureParameters parameters, Progress progress) {
        var measures = new Measures();
        int done = 0;
        for (FeatureFamily family : parameters.families()) {
            progress.reached(
                    PREPARED + (1 - PREPARED) * done / parameters.families().size(), Progress.Stage.SPECTRA);
            family.features().measure(recording, measures);
            done++;
        }
        return measures;
    }
}
