package org.neuroward.complexity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Multiscale entropy (Costa, Goldberger and Peng 2002, Phys. Rev. Lett. 89:068102): the sample entropy of means over 1, 2, 3 …
 * samples without overlap, with the tolerance of the first scale. Samples that fill no whole mean are left out at the end.
 *
 * @param scales the entropy at scale 1, 2, 3 …
 */
public record MultiscaleEntropy(List<SampleEntropy> scales) {

    /** Scales of the usual analysis. */
    public static final int USUAL_SCALES = 20;

    public MultiscaleEntropy {
        scales = List.copyOf(scales);
    }

    /**
     * @param samples at least {@code 200 · scales} of them make a result to rely on; fewer give what the definition gives
     * @param templateSamples m, usually 2
     * @param toleranceDeviations in standard deviations of the samples
     * @param scales how many, at least 1
     */
    public static MultiscaleEntropy of(double[] samples, int templateSamples, double toleranceDeviations, int scales) {
        if (scales < 1) {
            throw new IllegalArgumentException("multiscale entropy needs at least one scale: scales=" + scales);
        }
        SampleEntropy first = SampleEntropy.of(samples, templateSamples, toleranceDeviations);
        List<SampleEntropy> entropies = new ArrayList<>(List.of(first));
        for (int scale = 2; scale <= scales; scale++) {
            entropies.add(SampleEntropy.within(means(samples, scale), templateSamples, first.tolerance()));
        }
        return new MultiscaleEntropy(entropies);
    }

    /** Sum over all scales; empty when one of them has no value. */
    public OptionalDouble complexityIndex() {
        double sum = 0;
        for (SampleEntropy entropy : scales) {
            if (entropy.value().isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += entropy.value().getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private static double[] means(double[] samples, int scale) {
        double[] means = new double[samples.length / scale];
        for (int n = 0; n < means.length; n++) {
            double sum = 0;
            for (int k = 0; k < scale; k++) {
                sum += samples[n * scale + k];
            }
            means[n] = sum / scale;
        }
        return means;
    }
}
