package org.neuroward.resting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.artifact.BadChannels;
import org.neuroward.artifact.Drowsiness;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.reference.AverageReference;
import org.neuroward.spectrum.AlphaFrequency;

/**
 * What the one who asks for the analysis may say about it. Every other number belongs to the version of the protocol.
 *
 * @param statedCondition condition of the whole of a recording that carries no marks of its own
 */
public record RestingParameters(Optional<RestingCondition> statedCondition) {

    static final double HIGHPASS_HERTZ = 0.5;
    static final double LOWPASS_HERTZ = 45;
    static final double EPOCH_SECONDS = 2;
    static final double ALPHA_EPOCH_SECONDS = 4;
    static final double MIN_CLEAN_SECONDS = 60;

    /** At or above this rate nothing is limited. */
    static final double SPECIFIED_RATE_HERTZ = 200;

    static final double MIN_RATE_HERTZ = 100;

    /** Up to this share of the sampling rate a slow recording is scored. */
    static final double SCORED_SHARE_OF_RATE = 0.4;

    static final double PLAUSIBLE_LOW_MICROVOLTS = 0.5;
    static final double PLAUSIBLE_HIGH_MICROVOLTS = 200;

    public static RestingParameters defaults() {
        return new RestingParameters(Optional.empty());
    }

    /** All numbers that steer the computation, with their units in their names. */
    Map<String, Object> inWords(double lowpassHertz, int channels) {
        var correlation = BadChannels.CorrelationLimit.forChannels(channels);
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put(
                "statedCondition", statedCondition.map(RestingCondition::code).orElse(""));
        numbers.put("highpassHertz", HIGHPASS_HERTZ);
        numbers.put("lowpassHertz", lowpassHertz);
        numbers.put("epochSeconds", EPOCH_SECONDS);
        numbers.put("overlapFraction", 0.5);
        numbers.put("window", "hann");
        numbers.put("alphaEpochSeconds", ALPHA_EPOCH_SECONDS);
        numbers.put("alphaOverlapFraction", 0.5);
        numbers.put("alphaWindow", "hamming");
        numbers.put("alphaSearchLowHertz", AlphaFrequency.SEARCH_LOW_HERTZ);
        numbers.put("alphaSearchHighHertz", AlphaFrequency.SEARCH_HIGH_HERTZ);
        numbers.put("alphaMinChannels", AlphaFrequency.MIN_CHANNELS);
        numbers.put("minCleanSeconds", MIN_CLEAN_SECONDS);
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
