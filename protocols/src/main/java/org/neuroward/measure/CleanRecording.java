package org.neuroward.measure;

import java.util.List;
import java.util.Optional;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.preparation.RestingCondition;

/** A prepared recording, condition by condition, in the reference that was asked for and in others. */
final class CleanRecording {

    private final Ready ready;
    private final References references;
    private final ReferencedSignal signal;
    private final List<CleanCondition> conditions;
    private final Optional<EventTrials> events;

    private CleanRecording(Ready ready, References references, ReferencedSignal signal, Optional<EventTrials> events) {
        this.ready = ready;
        this.references = references;
        this.signal = signal;
        this.conditions = conditionsOf(signal);
        this.events = events;
    }

    /** Empty when the recording cannot be given in that reference. */
    static Optional<CleanRecording> of(Ready ready, SignalReference reference) {
        var references = References.of(ready.clean());
        return references
                .find(reference)
                .map(signal -> new CleanRecording(ready, references, signal, Optional.empty()));
    }

    CleanRecording with(EventTrials named) {
        return new CleanRecording(ready, references, signal, Optional.of(named));
    }

    /** The events that were named; empty when none were. */
    Optional<EventTrials> events() {
        return events;
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
