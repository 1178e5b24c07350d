package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.spectrum.AlphaFrequency;
import org.neuroward.spectrum.WelchEstimator;

/** Individual alpha frequency over the back of the head: peak and centre of gravity. */
final class AlphaFrequencies implements Features {

    private static final Place POSTERIOR = Place.region("posterior");

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (CleanCondition condition : recording.conditions()) {
            Optional<NotAvailable> refusal = refuse(condition);
            Optional<Parts> parts = refusal.isPresent() ? Optional.empty() : Optional.of(Parts.of(condition));
            DataUsed data = condition.used(Epochs.ALPHA_FREQUENCY);
            measures.add(
                    "iaf.peak",
                    MeasureDefinition.ALPHA_PEAK,
                    POSTERIOR,
                    data,
                    parts.map(p -> p.outcome(AlphaFrequency::peakHertz)).orElseGet(refusal::orElseThrow));
            measures.add(
                    "iaf.centre-of-gravity",
                    MeasureDefinition.ALPHA_GRAVITY,
                    POSTERIOR,
                    data,
                    parts.map(p -> p.outcome(AlphaFrequency::centreOfGravityHertz))
                            .orElseGet(refusal::orElseThrow));
        }
    }

    /** The peak, for bands that hang on it; empty when it may not be given. */
    static OptionalDouble peakHertz(CleanCondition condition) {
        if (refuse(condition).isPresent()) {
            return OptionalDouble.empty();
        }
        var welch = WelchEstimator.paddedHamming(condition.rate(), condition.samples(Epochs.ALPHA_FREQUENCY));
        return alpha(condition, welch, condition.epochs(Epochs.ALPHA_FREQUENCY)).peakHertz();
    }

    private static Optional<NotAvailable> refuse(CleanCondition condition) {
        int channels = posterior(condition).size();
        return channels < AlphaFrequency.MIN_CHANNELS
                ? Optional.of(new NotAvailable("too-few-channels", tooFew(channels)))
                : MinimumData.SPECTRA.refuse(condition.seconds(Epochs.ALPHA_FREQUENCY), channels);
    }

    private static Map<String, Object> tooFew(int channels) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("channels", (double) channels);
        facts.put("channelsRequired", (double) AlphaFrequency.MIN_CHANNELS);
        return facts;
    }

    private static List<String> posterior(CleanCondition condition) {
        return AlphaFrequency.POSTERIOR.stream().filter(condition::isGood).toList();
    }

    private static AlphaFrequency alpha(CleanCondition condition, WelchEstimator welch, int[] epochs) {
        return AlphaFrequency.of(posterior(condition).stream()
                .map(channel -> welch.estimate(condition.microvolts(channel), epochs))
                .toList());
    }

    /** The alpha frequency of all epochs, and those without each group. */
    private record Parts(AlphaFrequency all, List<AlphaFrequency> without) {

        static Parts of(CleanCondition condition) {
            var welch = WelchEstimator.paddedHamming(condition.rate(), condition.samples(Epochs.ALPHA_FREQUENCY));
            int[] epochs = condition.epochs(Epochs.ALPHA_FREQUENCY);
            int groups = Math.min(Jackknife.MAX_GROUPS, epochs.length);
            return new Parts(
                    alpha(condition, welch, epochs),
                    IntStream.range(0, groups)
                            .mapToObj(g -> alpha(condition, welch, Jackknife.without(epochs, groups, g)))
                            .toList());
        }

        /** A part without a peak leaves the value without a statement on its reliability. */
        Outcome outcome(Function<AlphaFrequency, OptionalDouble> value) {
            OptionalDouble found = value.apply(all);
            if (found.isEmpty()) {
                String reason = all.channelsWithPeak() == 0 ? "no-alpha-peak" : "too-few-channels-with-peak";
                return new NotAvailable(reason, Map.of("channelsWithPeak", (double) all.channelsWithPeak()));
            }
            double[] parts = without.stream()
                    .mapToDouble(part -> value.apply(part).orElse(Double.NaN))
                    .toArray();
            return new Given(found.getAsDouble(), Jackknife.linear(found.getAsDouble(), parts, "Hz"));
        }
    }
}
