package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.spectrum.AperiodicFit;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.SpectralPeak;
import org.neuroward.spectrum.WelchEstimator;

/** Exponent and offset of the spectrum of each channel, its alpha peak above them, and how good the fit is. */
final class Aperiodics implements Features {

    private static final Band ALPHA = new Band("alpha", 7, 13);

    /** One number of a fit; empty when the fit has none. */
    private record Value(
            MeasureDefinition definition, boolean needsValidFit, Function<AperiodicFit, Optional<Double>> of) {}

    private static final List<Value> VALUES = List.of(
            new Value(MeasureDefinition.APERIODIC_EXPONENT, true, fit -> Optional.of(fit.exponent())),
            new Value(MeasureDefinition.APERIODIC_OFFSET, true, fit -> Optional.of(fit.offsetLog10())),
            new Value(MeasureDefinition.APERIODIC_PEAK_FREQUENCY, true, fit -> peak(fit, SpectralPeak::centreHertz)),
            new Value(MeasureDefinition.APERIODIC_PEAK_HEIGHT, true, fit -> peak(fit, SpectralPeak::heightLog10)),
            new Value(MeasureDefinition.APERIODIC_PEAK_WIDTH, true, fit -> peak(fit, SpectralPeak::widthHertz)),
            new Value(MeasureDefinition.APERIODIC_R_SQUARED, false, fit -> Optional.of(fit.rSquared())),
            new Value(MeasureDefinition.APERIODIC_MEAN_ERROR, false, fit -> Optional.of(fit.meanErrorLog10())));

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (CleanCondition condition : recording.conditions()) {
            var welch = WelchEstimator.hann(condition.rate(), condition.samples(Epochs.SPECTRA));
            for (String channel : Channels.toReport(condition)) {
                Optional<NotAvailable> refusal = refuse(condition, channel);
                Optional<Fits> fits = refusal.isPresent()
                        ? Optional.empty()
                        : Optional.of(Fits.of(ChannelSpectra.of(condition, channel, Epochs.SPECTRA, welch)));
                DataUsed data = condition.used(channel, Epochs.SPECTRA);
                for (Value value : VALUES) {
                    Outcome outcome = refusal.isPresent()
                            ? refusal.get()
                            : fits.orElseThrow().outcome(value);
                    measures.add(value.definition.code(), value.definition, Place.channel(channel), data, outcome);
                }
            }
        }
    }

    private static Optional<NotAvailable> refuse(CleanCondition condition, String channel) {
        return condition.upperHertz() < AperiodicFit.HIGH_HERTZ
                ? Optional.of(new NotAvailable("above-band-limit", Map.of("upToHertz", condition.upperHertz())))
                : Channels.refuse(condition, channel, Epochs.SPECTRA, MinimumData.SPECTRA);
    }

    private static Optional<Double> peak(AperiodicFit fit, Function<SpectralPeak, Double> value) {
        return fit.findPeak(ALPHA).map(value);
    }

    /** The fit of all epochs, and those without each group. */
    private record Fits(Optional<AperiodicFit> all, List<Optional<AperiodicFit>> without) {

        static Fits of(ChannelSpectra spectra) {
            return new Fits(
                    AperiodicFit.of(spectra.all()),
                    IntStream.range(0, spectra.groups())
                            .mapToObj(spectra::without)
                            .map(AperiodicFit::of)
                            .toList());
        }

        Outcome outcome(Value value) {
            if (all.isEmpty()) {
                return new NotAvailable("no-power", Map.of());
            }
            if (value.needsValidFit && !all.get().isValid()) {
                var facts = new LinkedHashMap<String, Object>();
                facts.put("rSquared", all.get().rSquared());
                facts.put("rSquaredRequired", AperiodicFit.MIN_R_SQUARED);
                facts.put("meanError", all.get().meanErrorLog10());
                facts.put("meanErrorAllowed", AperiodicFit.MAX_MEAN_ERROR_LOG10);
                return new NotAvailable("aperiodic-fit-not-valid", facts);
            }
            Optional<Double> found = value.of.apply(all.get());
            if (found.isEmpty()) {
                return new NotAvailable("no-alpha-peak", Map.of());
            }
            double[] parts = without.stream()
                    .mapToDouble(part -> part.flatMap(value.of).orElse(Double.NaN))
                    .toArray();
            return new Given(found.get(), Jackknife.linear(found.get(), parts, value.definition.unit()));
        }
    }
}
