package org.neuroward.evoked;

import java.util.List;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;

/** Where the stimuli of one kind are. */
public final class StimulusEvents {

    private StimulusEvents() {}

    /**
     * Sample indexes of the recording nearest to the onsets of the annotations of that text, in their order; those before the
     * recording's start are left out.
     */
    public static int[] of(List<Annotation> annotations, String text, SamplingRate rate) {
        return annotations.stream()
                .filter(annotation -> annotation.text().equals(text))
                .mapToLong(annotation -> rate.samplesIn(annotation.onset()))
                .filter(sample -> sample >= 0 && sample <= Integer.MAX_VALUE)
                .mapToInt(sample -> (int) sample)
                .toArray();
    }
}
