package org.neuroward.complexity;

import java.util.OptionalDouble;

/**
 * Sample entropy (Richman and Moorman 2000, Am. J. Physiol. 278:H2039): −ln(A/B), where B is the number of pairs of templates of m
 * samples that differ by no more than the tolerance in any sample, and A the same for m + 1 samples. Both are counted over the
 * same n − m starts; no template is compared with itself. Natural logarithm, no unit.
 *
 * <p>There is no value for a constant signal (nothing to which a tolerance could be relative), for one of fewer than m + 2 samples,
 * for one with a NaN or an infinity, and where A or B is 0.
 *
 * @param templateSamples m
 * @param tolerance largest difference of similar samples, in the unit of the samples
 * @param shorterMatches B
 * @param longerMatches A
 */
public record SampleEntropy(int templateSamples, double tolerance, long shorterMatches, long longerMatches) {

    /** The tolerance of most programs, in standard deviations; the literature on autism has 0.15. */
    public static final double USUAL_TOLERANCE_DEVIATIONS = 0.2;

    public static final int USUAL_TEMPLATE_SAMPLES = 2;

    /** Templates of two samples and a tolerance of 0.2 standard deviations. */
    public static SampleEntropy of(double[] samples) {
        return of(samples, USUAL_TEMPLATE_SAMPLES, USUAL_TOLERANCE_DEVIATIONS);
    }

    /**
     * @param templateSamples m, at least 1
     * @param toleranceDeviations tolerance in standard deviations of the samples (divided by n), positive
     */
    public static SampleEntropy of(double[] samples, int templateSamples, double toleranceDeviations) {
        check(templateSamples, toleranceDeviations);
        return within(samples, templateSamples, toleranceDeviations * deviation(samples));
    }

    /** @param tolerance in the unit of the samples; 0 gives no value */
    public static SampleEntropy within(double[] samples, int templateSamples, double tolerance) {
        check(templateSamples, tolerance);
        if (tolerance == 0 || samples.length < templateSamples + 2 || !Variation.isFinite(samples)) {
            return new SampleEntropy(templateSamples, tolerance, 0, 0);
        }
        TemplateMatches matches = new TemplateMatches(samples, templateSamples, tolerance);
        return new SampleEntropy(templateSamples, tolerance, matches.shorter(), matches.longer());
    }

    /** The entropy; empty where it is not defined. */
    public OptionalDouble value() {
        return longerMatches > 0
                ? OptionalDouble.of(StrictMath.log((double) shorterMatches / longerMatches))
                : OptionalDouble.empty();
    }

    static double deviation(double[] samples) {
        return samples.length > 0 && Variation.isFinite(samples) ? Math.sqrt(Variation.variance(samples)) : 0;
    }

    private static void check(int templateSamples, double tolerance) {
        if (templateSamples < 1 || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "sample entropy needs templates of at least one sample and a tolerance: templateSamples="
                            + templateSamples + ", tolerance=" + tolerance);
        }
    }
}
