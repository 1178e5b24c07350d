package org.neuroward.measure;

import java.util.List;
import java.util.Optional;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.preparation.RestingCondition;

/** A prepared recording, condition by condition, in the reference that was asked for and in others. */
final class CleanRecording {

    private final Ready ready;
    private final References references;
    private final List<CleanCondition> conditions;

    private CleanRecording(Ready ready, References references, ReferencedSignal signal) {
        this.ready = ready;
        this.references = references;
        this.conditions = conditionsOf(signal);
    }

    /** Empty when the recording cannot be given in that reference. */
    static Optional<CleanRecording> of(Ready ready, SignalReference reference) {
        var references = new References(ready.clean());
        return references.find(reference).map(signal -> new CleanRecording(ready, references, signal));
    }

    /** Those that occur. */
    List<CleanCondition> conditions() {
        return conditions;
    }

    /** The same in another reference; empty when the recording cannot be given in it. */
    Optional<List<CleanCondition>> conditions(SignalReference reference) {
        return references.find(reference).map(this::conditionsOf);
    }

    private List<CleanCondition> conditionsOf(ReferencedSignal signal) {
        List<RestingCondition> occurring = ready.conditions().conditions();
        return occurring.stream()
                .map(condition -> CleanCondition.of(ready, condition, signal))
                .toList();
    }
}
