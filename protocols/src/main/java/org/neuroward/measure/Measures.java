package org.neuroward.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neuroward.preparation.MuscleSlope;
import org.neuroward.scoring.Definition;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.Result.Unavailable;
import org.neuroward.scoring.ResultDocument.Spectrum;
import org.neuroward.spectrum.PowerSpectrum;

/** The results of an analysis, in the order in which they come about, with the definitions that they name. */
final class Measures {

    private final List<Result> results = new ArrayList<>();
    private final List<Spectrum> spectra = new ArrayList<>();
    private final Set<String> presumedMuscle = new LinkedHashSet<>();
    private final Set<MeasureDefinition> named = EnumSet.noneOf(MeasureDefinition.class);

    void add(String code, MeasureDefinition definition, Place place, DataUsed data, Outcome outcome) {
        named.add(definition);
        results.add(new Result(
                code,
                Optional.of(definition.id()),
                value(outcome),
                definition.unit(),
                place.channel(),
                place.pair(),
                place.region(),
                data.condition(),
                data.reference(),
                data.seconds(),
                Optional.of(data.data()),
                reliability(outcome),
                unavailable(outcome)));
    }

    /** From the first step above 0 Hz, which the removed mean leaves empty, up to {@code upperHertz}. */
    void keep(PowerSpectrum spectrum, String channel, CleanCondition condition) {
        double upperHertz = condition.upperHertz();
        List<Double> values = new ArrayList<>();
        for (int k = 1; k < spectrum.bins() && spectrum.hertz(k) <= upperHertz; k++) {
            values.add(spectrum.density(k));
        }
        spectra.add(new Spectrum(
                channel,
                condition.condition().code(),
                "uV2/Hz",
                spectrum.hertz(1),
                spectrum.stepHertz(),
                List.copyOf(values)));
        if (MuscleSlope.isLevel(spectrum, upperHertz)) {
            presumedMuscle.add(channel);
        }
    }

    List<Spectrum> spectra() {
        return List.copyOf(spectra);
    }

    /** Channels whose 20–45 Hz spectrum is as level as that of muscle. */
    List<String> presumedMuscle() {
        return List.copyOf(presumedMuscle);
    }

    List<Result> results() {
        return List.copyOf(results);
    }

    List<Definition> definitions() {
        return named.stream().map(MeasureDefinition::inWords).toList();
    }

    private static Optional<Double> value(Outcome outcome) {
        return switch (outcome) {
            case Given given -> Optional.of(given.value());
            case NotAvailable absent -> Optional.empty();
        };
    }

    private static Optional<Reliability> reliability(Outcome outcome) {
        return switch (outcome) {
            case Given given -> given.reliability();
            case NotAvailable absent -> Optional.empty();
        };
    }

    private static Optional<Unavailable> unavailable(Outcome outcome) {
        return switch (outcome) {
            case Given given -> Optional.empty();
            case NotAvailable absent ->
                Optional.of(new Unavailable(
                        absent.reason(), Optional.of(absent.facts()).filter(Measures::isNotEmpty)));
        };
    }

    private static boolean isNotEmpty(Map<String, Object> facts) {
        return !facts.isEmpty();
    }
}
