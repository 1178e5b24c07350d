package org.neuroward.preparation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.artifact.BadChannels;
import org.neuroward.artifact.Drowsiness;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.reference.AverageReference;

/** The numbers of the preparation. They belong to the version of whatever is computed after it. */
public final class PreparationLimits {

    public static final double HIGHPASS_HERTZ = 0.5;

    /** Of a recording at 112.5 Hz or above; a slower one is filtered at {@link #SCORED_SHARE_OF_RATE} of its rate. */
    public static final double LOWPASS_HERTZ = 45;

    /** A condition with less clean signal than this has no band power. */
    public static final double MIN_CLEAN_SECONDS = 60;

    /** At or above this rate nothing is limited. */
    static final double SPECIFIED_RATE_HERTZ = 200;

    static final double MIN_RATE_HERTZ = 100;

    /** Up to this share of the sampling rate a slow recording is scored. */
    static final double SCORED_SHARE_OF_RATE = 0.4;

    static final double PLAUSIBLE_LOW_MICROVOLTS = 0.5;
    static final double PLAUSIBLE_HIGH_MICROVOLTS = 200;

    /** Larger recordings are no resting EEG, and would not fit a modest memory. */
    static final long MAX_SAMPLES = 40_000_000;

    private PreparationLimits() {}

    /**
     * The numbers behind reference, artifacts, bad channels and quality, with their units in their names.
     *
     * @param channels that could be scored, good or bad
     */
    public static Map<String, Object> inWords(int channels) {
        var correlation = BadChannels.CorrelationLimit.forChannels(channels);
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("averageReferenceMinChannels", AverageReference.MIN_CHANNELS);
        numbers.put("averageReferenceMinShare", AverageReference.MIN_SHARE);
        numbers.put("artifactWindowSeconds", 1.0);
        numbers.put("amplitudeMicrovolts", ArtifactDetection.AMPLITUDE_MICROVOLTS);
        numbers.put("stepMicrovolts", ArtifactDetection.STEP_MICROVOLTS);
        numbers.put("stepSeconds", ArtifactDetection.STEP_SECONDS);
        numbers.put("driftMicrovoltsPerSecond", ArtifactDetection.DRIFT_MICROVOLTS_PER_SECOND);
        numbers.put("muscleLowHertz", ArtifactDetection.MUSCLE_LOW_HERTZ);
        numbers.put("muscleScore", ArtifactDetection.MUSCLE_SCORE);
        numbers.put("movementShare", ArtifactDetection.MOVEMENT_SHARE);
        numbers.put("drowsinessSeconds", Drowsiness.MIN_SECONDS);
        numbers.put("badDeviationScore", BadChannels.DEVIATION_SCORE);
        numbers.put("badHighFrequencyScore", BadChannels.HIGH_FREQUENCY_SCORE);
        numbers.put("badCorrelation", correlation.correlation());
        numbers.put("badCorrelationShare", correlation.share());
        numbers.put("badHeartbeatCorrelation", BadChannels.HEARTBEAT_CORRELATION);
        numbers.put("lineLimitDecibels", LineNoise.LIMIT_DECIBELS);
        numbers.put("qualityRedBelow", QualityIndex.AMBER_FROM);
        return numbers;
    }
}
