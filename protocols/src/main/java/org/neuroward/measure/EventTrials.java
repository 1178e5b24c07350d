package org.neuroward.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.evoked.StimulusEvents;
import org.neuroward.evoked.TrialSelection;
import org.neuroward.evoked.TrialSpan;
import org.neuroward.evoked.Trials;
import org.neuroward.preparation.EventSignal;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.scoring.Result.Data;
import org.neuroward.scoring.Result.TrialCount;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Recording;

/** The events that were named and the clean trials around them, in the reference of the component. */
final class EventTrials {

    /** Code of the condition of results of evoked potentials. */
    static final String CONDITION = "events";

    private final Ready ready;
    private final EventSignal signal;
    private final EvokedParameters parameters;
    private final SignalReference reference;
    private final Optional<ReferencedSignal> referenced;
    private final List<int[]> events;
    private final List<Integer> marked;

    private EventTrials(Ready ready, EventSignal signal, List<Annotation> annotations, FeatureParameters asked) {
        this.ready = ready;
        this.signal = signal;
        this.parameters = asked.evoked().orElseThrow();
        this.reference = parameters.component().reference(asked.reference());
        this.referenced = new References(signal.names(), signal.microvolts(), signal.findMastoids()).find(reference);
        this.events = new ArrayList<>();
        this.marked = new ArrayList<>();
        for (String event : parameters.component().events()) {
            int[] samples = StimulusEvents.of(
                    annotations, parameters.texts().get(event), ready.clean().rate());
            marked.add(samples.length);
            events.add(signal.positions(samples));
        }
    }

    static EventTrials of(Recording recording, Ready ready, FeatureParameters asked) throws IOException {
        EventSignal signal = EventSignal.of(
                recording, ready.clean(), EvokedParameters.HIGHPASS_HERTZ, EvokedParameters.LOWPASS_HERTZ);
        return new EventTrials(ready, signal, recording.annotations(), asked);
    }

    EvokedParameters parameters() {
        return parameters;
    }

    /** In which the component is measured. */
    SignalReference reference() {
        return reference;
    }

    /** False when the recording lacks what the reference needs. */
    boolean hasReference() {
        return referenced.isPresent();
    }

    /** As good channels and reasons are told of them. */
    CleanCondition channels() {
        return CleanCondition.of(
                ready,
                ready.conditions().conditions().getFirst(),
                referenced.orElse(new ReferencedSignal(reference.code(), signal.microvolts())));
    }

    /** The text of a kind of event that the recording has none of. */
    Optional<String> missing() {
        List<String> kinds = parameters.component().events();
        for (int e = 0; e < kinds.size(); e++) {
            if (marked.get(e) == 0) {
                return Optional.of(parameters.texts().get(kinds.get(e)));
            }
        }
        return Optional.empty();
    }

    /** The clean trials of a good channel, baseline removed, for each kind of event. */
    OfChannel of(String channel) {
        TrialSpan span = span();
        double[] microvolts =
                referenced.orElseThrow().microvolts()[signal.names().indexOf(channel)];
        TrialSelection selection = TrialSelection.of(span)
                .upToPeakToPeak(ArtifactDetection.AMPLITUDE_MICROVOLTS)
                .withoutFlagged(signal.flagged(channel))
                .withoutBreaks(signal.breaks());
        boolean[] covered = new boolean[microvolts.length];
        List<Trials> trials = new ArrayList<>();
        for (int[] samples : events) {
            int[] accepted = selection.accepted(new double[][] {microvolts}, samples);
            trials.add(Trials.cut(microvolts, accepted, span).minusBaseline());
            for (int event : accepted) {
                int first = event
                        + (int) Math.round(span.fromSeconds() * span.rate().hertz());
                java.util.Arrays.fill(covered, first, first + span.samples(), true);
            }
        }
        int samples = 0;
        for (boolean one : covered) {
            samples += one ? 1 : 0;
        }
        return new OfChannel(trials, used(trials, samples / span.rate().hertz()));
    }

    /** Of a channel that may not be measured. */
    DataUsed nothing() {
        return used(List.of(), 0);
    }

    private DataUsed used(List<Trials> trials, double seconds) {
        List<String> kinds = parameters.component().events();
        List<TrialCount> counts = new ArrayList<>();
        int clean = 0;
        for (int e = 0; e < kinds.size(); e++) {
            int count = trials.isEmpty() ? 0 : trials.get(e).count();
            counts.add(new TrialCount(kinds.get(e), parameters.texts().get(kinds.get(e)), count, marked.get(e)));
            clean += count;
        }
        TrialSpan span = span();
        double recorded = signal.secondsRecorded();
        return new DataUsed(
                CONDITION,
                reference.code(),
                seconds,
                new Data(
                        clean,
                        span.samples() / span.rate().hertz(),
                        recorded > 0 ? seconds / recorded : 0,
                        Optional.of(counts)));
    }

    private TrialSpan span() {
        return parameters.component().span(ready.clean().rate());
    }

    /** @param trials clean ones of each kind of event, in the order of the component */
    record OfChannel(List<Trials> trials, DataUsed data) {

        int fewest() {
            return trials.stream().mapToInt(Trials::count).min().orElse(0);
        }
    }

    /** Facts of the reference that is missing. */
    Map<String, Object> referenceFacts() {
        return Map.of("reference", reference.code());
    }
}
