package org.neuroward.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.evoked.Maturity;
import org.neuroward.evoked.TrialSpan;
import org.neuroward.signal.SamplingRate;

/**
 * Which component is asked for, and which annotations of the recording are its events.
 *
 * @param texts annotation text of each of {@link EvokedComponent#events}, which differ from each other
 * @param maturity whose windows are used
 * @param window of the mean amplitude of a plain difference; the other components have their own
 */
public record EvokedParameters(
        EvokedComponent component, Map<String, String> texts, Maturity maturity, Optional<Window> window) {

    static final double HIGHPASS_HERTZ = 0.1;
    static final double LOWPASS_HERTZ = 30;

    /** Of the bootstrap. */
    static final int RESAMPLES = 1000;

    static final long SEED = 20261123;

    /** A window after the event, within the trial. @param fromSeconds not before the event */
    public record Window(double fromSeconds, double toSeconds) {

        /** Where the trial of a plain difference ends. */
        public static final double LATEST_SECONDS = 0.8;

        public Window {
            if (!(fromSeconds >= 0 && fromSeconds < toSeconds && toSeconds <= LATEST_SECONDS)) {
                throw new IllegalArgumentException("a window must lie between the event and the end of the trial: "
                        + fromSeconds + " to " + toSeconds + " s");
            }
        }
    }

    public EvokedParameters {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        boolean complete = texts.keySet().equals(new java.util.LinkedHashSet<>(component.events()))
                && texts.values().stream().distinct().count() == texts.size()
                && texts.values().stream().noneMatch(String::isBlank);
        if (!complete || window.isPresent() != (component == EvokedComponent.DIFFERENCE)) {
            throw new IllegalArgumentException(
                    "a component needs the texts of its events, and only a difference a window: " + "component="
                            + component.code() + ", texts=" + texts + ", window=" + window);
        }
    }

    /** All numbers that steer the computation, with their units in their names, and what is not known. */
    Map<String, Object> inWords() {
        TrialSpan span = component.span(new SamplingRate(1000));
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("evokedComponent", component.code());
        for (String event : component.events()) {
            numbers.put("evokedEvent." + event, texts.get(event));
        }
        numbers.put("evokedMaturity", maturity.name().toLowerCase(java.util.Locale.ROOT));
        numbers.put("evokedHighpassHertz", HIGHPASS_HERTZ);
        numbers.put("evokedLowpassHertz", LOWPASS_HERTZ);
        numbers.put("evokedFromSeconds", span.fromSeconds());
        numbers.put("evokedToSeconds", span.toSeconds());
        numbers.put("evokedBaselineFromSeconds", span.fromSeconds());
        numbers.put("evokedBaselineToSeconds", 0.0);
        window.ifPresent(asked -> {
            numbers.put("evokedWindowFromSeconds", asked.fromSeconds());
            numbers.put("evokedWindowToSeconds", asked.toSeconds());
        });
        numbers.put("evokedPeakToPeakMicrovolts", ArtifactDetection.AMPLITUDE_MICROVOLTS);
        numbers.put("evokedResamples", RESAMPLES);
        numbers.put("evokedSeed", SEED);
        numbers.put("evokedStimulusDelay", "not-measured");
        numbers.put("evokedErrorAgainstNorm", "no-norm");
        return numbers;
    }
}
