package org.neuroward.resting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.neuroward.preparation.PreparationLimits;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.spectrum.AlphaFrequency;

/**
 * What the one who asks for the analysis may say about it. Every other number belongs to the version of the protocol.
 *
 * @param statedCondition condition of the whole of a recording that carries no marks of its own
 */
public record RestingParameters(Optional<RestingCondition> statedCondition) {

    static final double EPOCH_SECONDS = 2;
    static final double ALPHA_EPOCH_SECONDS = 4;

    public static RestingParameters defaults() {
        return new RestingParameters(Optional.empty());
    }

    /** All numbers that steer the computation, with their units in their names. */
    Map<String, Object> inWords(double lowpassHertz, int channels) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put(
                "statedCondition", statedCondition.map(RestingCondition::code).orElse(""));
        numbers.put("highpassHertz", PreparationLimits.HIGHPASS_HERTZ);
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
        numbers.put("minCleanSeconds", PreparationLimits.MIN_CLEAN_SECONDS);
        numbers.putAll(PreparationLimits.inWords(channels));
        return numbers;
    }
}
