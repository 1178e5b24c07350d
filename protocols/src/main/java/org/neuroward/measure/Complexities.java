package org.neuroward.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.neuroward.complexity.HiguchiDimension;
import org.neuroward.complexity.HjorthParameters;
import org.neuroward.complexity.LempelZiv;
import org.neuroward.complexity.LinearTrend;
import org.neuroward.complexity.MultiscaleEntropy;
import org.neuroward.complexity.PermutationEntropy;
import org.neuroward.complexity.SampleEntropy;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;

/** Entropies, Lempel–Ziv, Higuchi and Hjorth of each channel: means over clean segments of 20 s without a break. */
final class Complexities implements Features {

    /** The phases of the Lempel–Ziv surrogates. */
    static final long SEED = 20261123;

    static final int SURROGATES = 10;

    private static final int MIN_SAMPLES_AT_LAST_SCALE = 200;

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (CleanCondition condition : recording.conditions()) {
            Epochs segments = segments(condition);
            for (String channel : Channels.toReport(condition)) {
                if (!condition.isGood(channel)) {
                    refuse(channel, condition.used(channel, segments), condition.whyNot(channel), measures);
                } else {
                    measure(condition, channel, segments, measures);
                }
            }
        }
    }

    private static void measure(CleanCondition condition, String channel, Epochs segments, Measures measures) {
        int[] all = condition.epochs(channel, segments);
        int count = Math.min(all.length, MinimumData.COMPLEXITY.recommended());
        int samples = condition.samples(segments);
        DataUsed data = condition.used(count * (samples / condition.rate().hertz()), count, segments);
        Optional<NotAvailable> refusal =
                MinimumData.COMPLEXITY.refuse(all.length, condition.names().size());
        if (refusal.isPresent()) {
            refuse(channel, data, refusal.get(), measures);
            return;
        }
        List<Values> found = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            int first = all[(int) ((long) s * all.length / count)];
            found.add(Values.of(
                    LinearTrend.remove(Arrays.copyOfRange(condition.microvolts(channel), first, first + samples))));
        }
        for (Quantity quantity : QUANTITIES) {
            double[] values = found.stream().mapToDouble(quantity.of).toArray();
            measures.add(quantity.code, quantity.definition, Place.channel(channel), data, mean(values, quantity));
        }
    }

    /** As long that the coarsest scale of the entropy still holds enough samples. */
    private static Epochs segments(CleanCondition condition) {
        double seconds = Math.max(
                MinimumData.SEGMENT_SECONDS,
                MIN_SAMPLES_AT_LAST_SCALE
                        * MultiscaleEntropy.USUAL_SCALES
                        / condition.rate().hertz());
        int windows = (int) Math.ceil(seconds);
        return new Epochs(windows, windows);
    }

    private static void refuse(String channel, DataUsed data, NotAvailable refusal, Measures measures) {
        for (Quantity quantity : QUANTITIES) {
            measures.add(quantity.code, quantity.definition, Place.channel(channel), data, refusal);
        }
    }

    private static Outcome mean(double[] values, Quantity quantity) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Double.isFinite(sum)
                ? new Given(sum / values.length, Jackknife.ofMean(values, quantity.definition.unit()))
                : new NotAvailable("not-defined", Map.of());
    }

    /** One number of a segment; NaN when it is not defined there. */
    private record Quantity(String code, MeasureDefinition definition, ToDoubleFunction<Values> of) {

        Quantity(MeasureDefinition definition, ToDoubleFunction<Values> of) {
            this(definition.code(), definition, of);
        }
    }

    private static final List<Quantity> QUANTITIES = quantities();

    private static List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>(List.of(
                new Quantity(MeasureDefinition.SAMPLE_ENTROPY, v -> v.scale(1)),
                new Quantity(MeasureDefinition.COMPLEXITY_INDEX, v -> orNaN(v.multiscale.complexityIndex())),
                new Quantity(MeasureDefinition.LEMPEL_ZIV, Values::lempelZiv),
                new Quantity(MeasureDefinition.LEMPEL_ZIV_RELATIVE, Values::lempelZivRelative),
                new Quantity(MeasureDefinition.HIGUCHI, Values::higuchi),
                new Quantity(MeasureDefinition.PERMUTATION_ENTROPY, Values::permutationEntropy),
                new Quantity(
                        MeasureDefinition.HJORTH_ACTIVITY,
                        v -> v.hjorth.map(HjorthParameters::activity).orElse(Double.NaN)),
                new Quantity(
                        MeasureDefinition.HJORTH_MOBILITY,
                        v -> v.hjorth.map(h -> orNaN(h.mobility())).orElse(Double.NaN)),
                new Quantity(
                        MeasureDefinition.HJORTH_COMPLEXITY,
                        v -> v.hjorth.map(h -> orNaN(h.complexity())).orElse(Double.NaN))));
        for (int scale = 1; scale <= MultiscaleEntropy.USUAL_SCALES; scale++) {
            int at = scale;
            quantities.add(new Quantity(
                    MeasureDefinition.MULTISCALE_ENTROPY.code() + ".scale" + scale,
                    MeasureDefinition.MULTISCALE_ENTROPY,
                    v -> v.scale(at)));
        }
        return List.copyOf(quantities);
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    /** All that is measured of one segment. */
    private record Values(
            MultiscaleEntropy multiscale,
            double lempelZiv,
            double lempelZivRelative,
            double higuchi,
            double permutationEntropy,
            Optional<HjorthParameters> hjorth) {

        static Values of(double[] segment) {
            return new Values(
                    MultiscaleEntropy.of(
                            segment,
                            SampleEntropy.USUAL_TEMPLATE_SAMPLES,
                            SampleEntropy.USUAL_TOLERANCE_DEVIATIONS,
                            MultiscaleEntropy.USUAL_SCALES),
                    LempelZiv.of(segment).map(lz -> orNaN(lz.normalised())).orElse(Double.NaN),
                    orNaN(LempelZiv.relativeToSurrogates(segment, SURROGATES, SEED)),
                    orNaN(HiguchiDimension.of(segment, HiguchiDimension.USUAL_LONGEST_STEP)),
                    orNaN(PermutationEntropy.of(
                            segment, PermutationEntropy.USUAL_ORDER, PermutationEntropy.USUAL_DELAY_SAMPLES)),
                    HjorthParameters.of(segment));
        }

        double scale(int scale) {
            return orNaN(multiscale.scales().get(scale - 1).value());
        }
    }
}
