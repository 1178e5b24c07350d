package org.neuroward.preparation;

import java.io.IOException;
import java.util.Optional;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.signal.Recording;

/** A recording that values can be computed from, or the reason why none can. */
public sealed interface Preparation {

    RecordingAccount account();

    /**
     * Filters, finds bad channels, takes the average reference, finds artifacts: a pure function of its input.
     *
     * @param statedCondition condition of the whole of a recording that carries no marks of its own
     * @param progress hears of the stages up to {@code CLEANING}
     * @throws IOException when the recording cannot be read
     */
    static Preparation of(Recording recording, Optional<RestingCondition> statedCondition, Progress progress)
            throws IOException {
        return new PreparationSteps(recording, statedCondition, progress).take();
    }

    /** @param conditions which condition each window of {@code clean} belongs to */
    record Ready(RecordingAccount account, CleanSignal clean, ConditionBlocks conditions) implements Preparation {}

    /** @param refusal with its code and facts, as in result documents */
    record Refused(RecordingAccount account, Refusal refusal) implements Preparation {}
}
