package org.neuroward.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.preparation.RecordingAccount;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Input;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultDocument.ProtocolVersion;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.scoring.Software;

/** The result document of a feature analysis, measured or refused. */
final class FeatureDocument {

    private static final ProtocolVersion PROTOCOL = new ProtocolVersion("resting-features", "1.0.0");

    private final Input input;
    private final FeatureParameters parameters;
    private final RecordingAccount account;
    private List<Condition> conditions;

    FeatureDocument(Input input, FeatureParameters parameters, RecordingAccount account) {
        this.input = input;
        this.parameters = parameters;
        this.account = account;
        this.conditions = account.conditions();
    }

    /** With what is clean of them. */
    void conditions(CleanRecording recording) {
        conditions = recording.conditions().stream()
                .map(condition -> new Condition(
                        condition.condition().code(),
                        condition.secondsRecorded(),
                        condition.seconds(Epochs.SPECTRA),
                        condition.epochs(Epochs.SPECTRA).length))
                .toList();
    }

    ResultDocument refused(Refusal refusal) {
        return document(Optional.of(refusal), new Measures());
    }

    ResultDocument refusedForQuality() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("index", account.quality().index());
        facts.put("required", QualityIndex.AMBER_FROM);
        return refused(new Refusal("low-signal-quality", facts));
    }

    ResultDocument measured(Measures measures) {
        return document(Optional.empty(), measures);
    }

    private ResultDocument document(Optional<Refusal> refusal, Measures measures) {
        double recorded = 0;
        double clean = 0;
        for (Condition condition : conditions) {
            recorded += condition.secondsRecorded();
            clean += condition.secondsClean();
        }
        double used = refusal.isPresent() ? 0 : clean;
        List<Notice> notices = new ArrayList<>(account.notices());
        if (!measures.presumedMuscle().isEmpty()) {
            notices.add(new Notice("presumed-muscle", Map.of("channels", measures.presumedMuscle())));
        }
        if (refusal.isEmpty() && parameters.families().contains(FeatureFamily.EVOKED)) {
            notices.add(new Notice("stimulus-timing-not-measured", Map.of()));
        }
        return new ResultDocument(
                ResultDocument.SCHEMA,
                input,
                PROTOCOL,
                Software.CURRENT,
                parameters.inWords(account.lowpassHertz(), account.channels()),
                parameters.reference().code(),
                account.used(),
                account.leftOut(),
                account.secondsRecorded(),
                used,
                conditions,
                account.qualityWithFractionUsed(recorded > 0 ? used / recorded : 0),
                refusal,
                measures.results(),
                measures.spectra(),
                notices,
                Optional.of(measures.definitions()));
    }
}
