package org.neuroward.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.neuroward.evoked.EvokedWave;
import org.neuroward.evoked.Maturity;
import org.neuroward.evoked.MismatchNegativity;
import org.neuroward.evoked.N170;
import org.neuroward.evoked.P300;
import org.neuroward.evoked.StandardisedError;
import org.neuroward.evoked.Trials;
import org.neuroward.evoked.WavePeak;
import org.neuroward.measure.EvokedParameters.Window;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.scoring.Reliability.Interval;

/**
 * One component of the answer to named events, site by site. Its reliability is the standardised measurement error (Luck et al.
 * 2021); the interval is the value ± 1.96 errors. Without the error there is no value.
 */
final class EvokedPotentials implements Features {

    private static final double LEVEL = 0.95;
    private static final double NORMAL = 1.959963984540054;
    private static final double MILLISECONDS = 1000;

    /** One number of the averages, in the order of the component's events. */
    private record Value(MeasureDefinition definition, Function<List<EvokedWave>, OptionalDouble> of) {}

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        recording.events().ifPresent(events -> measure(events, measures));
    }

    private static void measure(EventTrials events, Measures measures) {
        CleanCondition channels = events.channels();
        List<Value> values = values(events.parameters());
        for (String site : sites(events.parameters().component(), channels)) {
            Optional<NotAvailable> refusal = refuse(events, channels, site);
            if (refusal.isPresent()) {
                add(site, values, events.nothing(), value -> refusal.get(), measures);
            } else {
                EventTrials.OfChannel trials = events.of(site);
                Optional<NotAvailable> tooFew =
                        events.parameters().component().minimum().refuse(trials.fewest(), 1);
                add(
                        site,
                        values,
                        trials.data(),
                        value -> outcome(value, trials, tooFew, events.parameters()),
                        measures);
            }
        }
    }

    private static void add(
            String site, List<Value> values, DataUsed data, Function<Value, Outcome> outcome, Measures measures) {
        for (Value value : values) {
            measures.add(value.definition.code(), value.definition, Place.channel(site), data, outcome.apply(value));
        }
    }

    private static List<String> sites(EvokedComponent component, CleanCondition channels) {
        List<String> recorded = Channels.toReport(channels);
        if (component == EvokedComponent.DIFFERENCE) {
            return recorded;
        }
        List<String> sites = new ArrayList<>(component.sites());
        component.furtherSites().stream().filter(recorded::contains).forEach(sites::add);
        return sites;
    }

    private static Optional<NotAvailable> refuse(EventTrials events, CleanCondition channels, String site) {
        if (!channels.isGood(site)) {
            return Optional.of(channels.whyNot(site));
        }
        if (!events.hasReference()) {
            return Optional.of(new NotAvailable("reference-not-recorded", events.referenceFacts()));
        }
        return events.missing().map(text -> new NotAvailable("event-not-recorded", Map.of("event", text)));
    }

    private static List<Value> values(EvokedParameters parameters) {
        Maturity maturity = parameters.maturity();
        return switch (parameters.component()) {
            case P300 ->
                List.of(
                        new Value(MeasureDefinition.P300_AMPLITUDE, waves -> p300(waves, maturity)
                                .meanMicrovolts()),
                        new Value(
                                MeasureDefinition.P300_LATENCY,
                                waves -> milliseconds(p300(waves, maturity).latencySeconds())));
            case MISMATCH_NEGATIVITY ->
                List.of(
                        new Value(MeasureDefinition.MISMATCH_AMPLITUDE, waves -> mismatch(waves)
                                .meanMicrovolts()),
                        new Value(
                                MeasureDefinition.MISMATCH_LATENCY,
                                waves -> latency(mismatch(waves).peak())));
            case N170 ->
                List.of(
                        new Value(
                                MeasureDefinition.N170_AMPLITUDE,
                                waves -> amplitude(
                                        N170.of(waves.getFirst(), maturity).peak())),
                        new Value(
                                MeasureDefinition.N170_LATENCY,
                                waves -> latency(
                                        N170.of(waves.getFirst(), maturity).peak())));
            case DIFFERENCE ->
                List.of(new Value(
                        MeasureDefinition.EVENT_DIFFERENCE_AMPLITUDE,
                        waves -> difference(waves, parameters.window().orElseThrow())));
        };
    }

    private static Outcome outcome(
            Value value, EventTrials.OfChannel trials, Optional<NotAvailable> tooFew, EvokedParameters parameters) {
        if (tooFew.isPresent()) {
            return tooFew.get();
        }
        List<EvokedWave> waves = trials.trials().stream()
                .map(Trials::average)
                .map(Optional::orElseThrow)
                .toList();
        OptionalDouble found = value.of.apply(waves);
        if (found.isEmpty()) {
            return new NotAvailable(whyNone(parameters, waves), Map.of());
        }
        OptionalDouble error = StandardisedError.bootstrap(
                trials.trials(), value.of, EvokedParameters.RESAMPLES, EvokedParameters.SEED);
        if (error.isEmpty()) {
            return new NotAvailable("component-not-stable", Map.of());
        }
        return new Given(
                found.getAsDouble(), Optional.of(reliability(found.getAsDouble(), error.getAsDouble(), trials, value)));
    }

    private static Reliability reliability(double value, double error, EventTrials.OfChannel trials, Value measured) {
        return new Reliability(
                "bootstrap-standard-error",
                error,
                measured.definition.unit(),
                trials.data().data().epochs(),
                Optional.of(new Interval(LEVEL, value - NORMAL * error, value + NORMAL * error)));
    }

    private static String whyNone(EvokedParameters parameters, List<EvokedWave> waves) {
        boolean withoutP1 = parameters.component() == EvokedComponent.N170
                && N170.of(waves.getFirst(), parameters.maturity()).p1().isEmpty();
        return withoutP1 ? "no-p1" : "no-component";
    }

    private static P300 p300(List<EvokedWave> waves, Maturity maturity) {
        return P300.of(waves.getFirst(), waves.getLast(), maturity);
    }

    private static MismatchNegativity mismatch(List<EvokedWave> waves) {
        return MismatchNegativity.of(waves.getFirst(), waves.getLast());
    }

    private static OptionalDouble difference(List<EvokedWave> waves, Window window) {
        return waves.getFirst().minus(waves.getLast()).meanMicrovolts(window.fromSeconds(), window.toSeconds());
    }

    private static OptionalDouble amplitude(Optional<WavePeak> peak) {
        return peak.map(found -> OptionalDouble.of(found.amplitudeMicrovolts())).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble latency(Optional<WavePeak> peak) {
        return peak.map(found -> OptionalDouble.of(MILLISECONDS * found.latencySeconds()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble milliseconds(OptionalDouble seconds) {
        return seconds.isPresent() ? OptionalDouble.of(MILLISECONDS * seconds.getAsDouble()) : seconds;
    }
}
