package org.neuroward.preparation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;

/**
 * When the eyes were closed and when open, from the annotations {@code Eyes closed} and {@code Eyes open} (any case). A block
 * ends after its duration, at the beginning of the next block, or at the end of the recording, whichever comes first.
 */
final class ConditionSpans {

    private ConditionSpans() {}

    /** Samples of the recording, {@code toSample} not included. */
    record Span(RestingCondition condition, long fromSample, long toSample) {}

    static boolean areMarked(List<Annotation> annotations) {
        return annotations.stream().anyMatch(annotation -> RestingCondition.ofAnnotation(annotation.text())
                .isPresent());
    }

    /** In the order of time; without marks the whole recording is of the stated condition, or unmarked. */
    static List<Span> of(
            List<Annotation> annotations, Optional<RestingCondition> stated, SamplingRate rate, long samples) {
        List<Annotation> marks = annotations.stream()
                .filter(annotation ->
                        RestingCondition.ofAnnotation(annotation.text()).isPresent())
                .sorted(Comparator.comparing(Annotation::onset))
                .toList();
        if (marks.isEmpty()) {
            return List.of(new Span(stated.orElse(RestingCondition.UNMARKED), 0, samples));
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Annotation mark = marks.get(i);
            long from = Math.max(0, rate.samplesIn(mark.onset()));
            long next = i + 1 < marks.size() ? rate.samplesIn(marks.get(i + 1).onset()) : samples;
            long to = mark.duration()
                    .map(duration -> rate.samplesIn(mark.onset().plus(duration)))
                    .orElse(samples);
            to = Math.min(samples, Math.min(to, next));
            if (from < to) {
                spans.add(new Span(RestingCondition.ofAnnotation(mark.text()).orElseThrow(), from, to));
            }
        }
        return spans;
    }
}
