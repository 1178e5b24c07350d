package org.neuroward.resting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.preparation.PreparationLimits;
import org.neuroward.preparation.RecordingAccount;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Input;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultDocument.ProtocolVersion;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.scoring.ResultDocument.Spectrum;
import org.neuroward.scoring.Software;

/** The result document of a resting recording, scored or refused. */
final class RestingDocument {

    /** Raised whenever a value may differ in any bit: 1.0.1 takes its sums in the order of batched transforms. */
    static final ProtocolVersion PROTOCOL = new ProtocolVersion("resting-eeg", "1.0.1");

    private final Input input;
    private final Map<String, Object> parameters;
    private final RecordingAccount account;
    private final List<Notice> notices;
    private List<Condition> conditions;
    private List<Result> results = List.of();
    private List<Spectrum> spectra = List.of();

    RestingDocument(Input input, RestingParameters parameters, RecordingAccount account) {
        this.input = input;
        this.parameters = parameters.inWords(account.lowpassHertz(), account.channels());
        this.account = account;
        this.notices = new ArrayList<>(account.notices());
        this.conditions = account.conditions();
    }

    /** Scored, unless too little of it is clean or the quality is red. */
    ResultDocument scored(RestingScores scores) {
        conditions = List.copyOf(scores.conditions());
        if (!scores.presumedMuscle().isEmpty()) {
            notices.add(new Notice("presumed-muscle", Map.of("channels", scores.presumedMuscle())));
        }
        double longest =
                conditions.stream().mapToDouble(Condition::secondsClean).max().orElse(0);
        if (longest < PreparationLimits.MIN_CLEAN_SECONDS) {
            return refused(refusal(
                    "too-little-clean-signal",
                    "secondsClean",
                    longest,
                    "secondsRequired",
                    PreparationLimits.MIN_CLEAN_SECONDS));
        }
        if (account.isRed()) {
            double index = account.quality().index();
            return refused(refusal("low-signal-quality", "index", index, "required", QualityIndex.AMBER_FROM));
        }
        results = List.copyOf(scores.results());
        spectra = List.copyOf(scores.spectra());
        double recorded = 0;
        for (Condition condition : conditions) {
            recorded += condition.secondsRecorded();
        }
        return document(Optional.empty(), secondsUsed(), recorded > 0 ? secondsUsed() / recorded : 0);
    }

    /** Quality, conditions and notices stay; numbers and spectra do not. */
    ResultDocument refused(Refusal refusal) {
        return document(Optional.of(refusal), 0, 0);
    }

    private ResultDocument document(Optional<Refusal> refusal, double secondsUsed, double fractionUsed) {
        return new ResultDocument(
                ResultDocument.SCHEMA,
                input,
                PROTOCOL,
                Software.CURRENT,
                parameters,
                RestingScores.REFERENCE,
                account.used(),
                account.leftOut(),
                account.secondsRecorded(),
                secondsUsed,
                conditions,
                account.qualityWithFractionUsed(fractionUsed),
                refusal,
                results,
                spectra,
                notices);
    }

    /** Of conditions with enough of it to be scored. */
    private double secondsUsed() {
        double used = 0;
        for (Condition condition : conditions) {
            if (condition.secondsClean() >= PreparationLimits.MIN_CLEAN_SECONDS) {
                used += condition.secondsClean();
            }
        }
        return used;
    }

    private static Refusal refusal(
            String code, String found, double foundValue, String required, double requiredValue) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(found, foundValue);
        facts.put(required, requiredValue);
        return new Refusal(code, facts);
    }
}
