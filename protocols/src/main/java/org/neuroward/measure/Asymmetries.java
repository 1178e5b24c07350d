package org.neuroward.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Alpha asymmetry ln(right) - ln(left) of homologous electrodes, in every reference that the recording allows: the reference
 * alone can turn its sign.
 */
final class Asymmetries implements Features {

    private static final Band ALPHA = new Band("alpha", 8, 13);

    /** Left and right. */
    private static final List<List<String>> REPORTED =
            List.of(List.of("F3", "F4"), List.of("F7", "F8"), List.of("P3", "P4"));

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (SignalReference reference : SignalReference.values()) {
            List<CleanCondition> conditions = recording.conditions(reference).orElse(List.of());
            double seconds = Math.min(
                    secondsOf(conditions, RestingCondition.EYES_CLOSED),
                    secondsOf(conditions, RestingCondition.EYES_OPEN));
            for (CleanCondition condition : conditions) {
                Optional<NotAvailable> refusal =
                        MinimumData.ASYMMETRY.refuse(seconds, condition.names().size());
                measure(condition, refusal, measures);
            }
        }
    }

    private static double secondsOf(List<CleanCondition> conditions, RestingCondition wanted) {
        return conditions.stream()
                .filter(condition -> condition.condition() == wanted)
                .mapToDouble(condition -> condition.seconds(Epochs.SPECTRA))
                .findFirst()
                .orElse(0);
    }

    private static void measure(CleanCondition condition, Optional<NotAvailable> refusal, Measures measures) {
        DataUsed data = condition.used(Epochs.SPECTRA);
        for (List<String> pair : REPORTED) {
            Outcome classical = refusal.isPresent() ? refusal.get() : asymmetry(condition, pair, ALPHA);
            Outcome individual = refusal.isPresent() ? refusal.get() : individual(condition, pair);
            Place place = Place.pair(pair.getFirst(), pair.getLast());
            measures.add("asymmetry.alpha", MeasureDefinition.ASYMMETRY, place, data, classical);
            measures.add("asymmetry.individual-alpha", MeasureDefinition.ASYMMETRY_INDIVIDUAL, place, data, individual);
        }
    }

    private static Outcome individual(CleanCondition condition, List<String> pair) {
        OptionalDouble peak = AlphaFrequencies.peakHertz(condition);
        return peak.isEmpty()
                ? new NotAvailable("no-alpha-peak", Map.of())
                : asymmetry(condition, pair, Band.individualAlpha(peak.getAsDouble()));
    }

    private static Outcome asymmetry(CleanCondition condition, List<String> pair, Band band) {
        for (String channel : pair) {
            if (!condition.isGood(channel)) {
                return condition.whyNot(channel);
            }
        }
        SplitHalf splitHalf = SplitHalf.of(condition, band);
        Optional<NotAvailable> unreliable = splitHalf.refuse();
        if (unreliable.isPresent()) {
            return unreliable.get();
        }
        var welch = WelchEstimator.hann(condition.rate(), condition.samples(Epochs.SPECTRA));
        ChannelSpectra left = ChannelSpectra.of(condition, pair.getFirst(), Epochs.SPECTRA, welch);
        ChannelSpectra right = ChannelSpectra.of(condition, pair.getLast(), Epochs.SPECTRA, welch);
        double value = difference(left.all(), right.all(), band);
        if (!Double.isFinite(value)) {
            return new NotAvailable("no-power", Map.of());
        }
        double[] parts = new double[Math.min(left.groups(), right.groups())];
        for (int g = 0; g < parts.length; g++) {
            parts[g] = difference(left.without(g), right.without(g), band);
        }
        Optional<Reliability> reliability = Jackknife.linear(value, parts, "1");
        return new Given(value, reliability.map(splitHalf::with));
    }

    static double difference(PowerSpectrum left, PowerSpectrum right, Band band) {
        return StrictMath.log(right.power(band)) - StrictMath.log(left.power(band));
    }
}
