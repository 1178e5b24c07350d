package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.complexity.HiguchiDimension;
import org.neuroward.complexity.MultiscaleEntropy;
import org.neuroward.complexity.PermutationEntropy;
import org.neuroward.complexity.SampleEntropy;
import org.neuroward.network.NetworkProfile;
import org.neuroward.preparation.PreparationLimits;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.spectrum.AperiodicFit;

/**
 * What the one who asks for features may choose. Every other number belongs to the version of the protocol.
 *
 * @param statedCondition condition of the whole of a recording that carries no marks of its own
 * @param families in the order of {@link FeatureFamily}, whatever order they are given in; without events there are no evoked
 *     potentials
 */
public record FeatureParameters(
        Optional<RestingCondition> statedCondition,
        List<FeatureFamily> families,
        SignalReference reference,
        Optional<EvokedParameters> evoked) {

    public FeatureParameters {
        families = families.stream()
                .filter(family -> family != FeatureFamily.EVOKED || evoked.isPresent())
                .distinct()
                .sorted()
                .toList();
        if (families.isEmpty()) {
            throw new IllegalArgumentException("at least one family of features must be asked for");
        }
    }

    /** Without events. */
    public FeatureParameters(
            Optional<RestingCondition> statedCondition, List<FeatureFamily> families, SignalReference reference) {
        this(statedCondition, families, reference, Optional.empty());
    }

    /** All families in the average reference. */
    public static FeatureParameters defaults() {
        return new FeatureParameters(Optional.empty(), List.of(FeatureFamily.values()), SignalReference.AVERAGE);
    }

    /** All numbers that steer the computation, with their units in their names. */
    Map<String, Object> inWords(double lowpassHertz, int channels) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put(
                "statedCondition", statedCondition.map(RestingCondition::code).orElse(""));
        numbers.put("families", families.stream().map(FeatureFamily::code).toList());
        numbers.put("highpassHertz", PreparationLimits.HIGHPASS_HERTZ);
        numbers.put("lowpassHertz", lowpassHertz);
        numbers.put("epochSeconds", 2.0);
        numbers.put("overlapFraction", 0.5);
        numbers.put("alphaEpochSeconds", 4.0);
        numbers.put("connectivityEpochs", Connectivities.EPOCHS);
        numbers.put("aperiodicLowHertz", AperiodicFit.LOW_HERTZ);
        numbers.put("aperiodicHighHertz", AperiodicFit.HIGH_HERTZ);
        numbers.put("complexitySegmentSeconds", MinimumData.SEGMENT_SECONDS);
        numbers.put("entropyTemplateSamples", SampleEntropy.USUAL_TEMPLATE_SAMPLES);
        numbers.put("entropyToleranceDeviations", SampleEntropy.USUAL_TOLERANCE_DEVIATIONS);
        numbers.put("entropyScales", MultiscaleEntropy.USUAL_SCALES);
        numbers.put("higuchiLongestStep", HiguchiDimension.USUAL_LONGEST_STEP);
        numbers.put("permutationOrder", PermutationEntropy.USUAL_ORDER);
        numbers.put("permutationDelaySamples", PermutationEntropy.USUAL_DELAY_SAMPLES);
        numbers.put("lempelZivSurrogates", Complexities.SURROGATES);
        numbers.put("lempelZivSeed", Complexities.SEED);
        numbers.put("networkEpochs", MinimumData.NETWORK.minimum());
        numbers.put("networkDensities", NetworkProfile.USUAL_DENSITIES);
        numbers.put("networkSurrogates", NetworkProfile.USUAL_SURROGATES);
        numbers.put("networkSeed", Networks.SEED);
        numbers.put("jackknifeGroups", Jackknife.MAX_GROUPS);
        numbers.put("splitHalfRequired", SplitHalf.REQUIRED);
        for (MinimumData minimum : MinimumData.values()) {
            numbers.put("minimum." + minimum.code(), minimum.inWords());
        }
        numbers.putAll(PreparationLimits.inWords(channels));
        if (families.contains(FeatureFamily.EVOKED)) {
            evoked.ifPresent(asked -> numbers.putAll(asked.inWords()));
        }
        return numbers;
    }
}
