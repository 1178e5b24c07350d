package org.neuroward.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.connectivity.CrossSpectrumEstimator;
import org.neuroward.network.GraphMeasure;
import org.neuroward.network.NetworkProfile;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.spectrum.Band;

/** Graph measures of the network that the debiased weighted phase-lag index makes of all good channels. */
final class Networks implements Features {

    /** The random networks. */
    static final long SEED = 20261123;

    private static final int EPOCHS = MinimumData.NETWORK.minimum();
    private static final int GROUPS = 12;
    private static final Place ALL_CHANNELS = Place.region("all-channels");

    /** One number of a network; empty when it has none. */
    private record Value(MeasureDefinition definition, Function<NetworkProfile, OptionalDouble> of) {}

    private static final List<Value> VALUES = List.of(
            new Value(MeasureDefinition.NETWORK_CLUSTERING, integrated(GraphMeasure.CLUSTERING)),
            new Value(MeasureDefinition.NETWORK_GLOBAL_EFFICIENCY, integrated(GraphMeasure.GLOBAL_EFFICIENCY)),
            new Value(MeasureDefinition.NETWORK_CHARACTERISTIC_PATH, integrated(GraphMeasure.CHARACTERISTIC_PATH)),
            new Value(MeasureDefinition.NETWORK_MODULARITY, integrated(GraphMeasure.MODULARITY)),
            new Value(
                    MeasureDefinition.NETWORK_CLUSTERING_RELATIVE,
                    profile -> profile.normalised(GraphMeasure.CLUSTERING)),
            new Value(
                    MeasureDefinition.NETWORK_CHARACTERISTIC_PATH_RELATIVE,
                    profile -> profile.normalised(GraphMeasure.CHARACTERISTIC_PATH)),
            new Value(MeasureDefinition.NETWORK_SMALL_WORLD, NetworkProfile::smallWorld));

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (CleanCondition condition : recording.conditions()) {
            int[] epochs = condition.epochs(Epochs.CONNECTIVITY);
            Optional<NotAvailable> refusal =
                    MinimumData.NETWORK.refuse(epochs.length, condition.names().size());
            for (Band band : Connectivities.bands(condition)) {
                if (refusal.isPresent()) {
                    add(band, condition.used(Epochs.CONNECTIVITY), value -> refusal.get(), measures);
                } else {
                    Profiles profiles = Profiles.of(condition, Connectivities.spread(epochs, EPOCHS), band);
                    add(band, Connectivities.used(condition, EPOCHS), profiles::outcome, measures);
                }
            }
        }
    }

    private static void add(Band band, DataUsed data, Function<Value, Outcome> outcome, Measures measures) {
        for (Value value : VALUES) {
            String code = value.definition.code() + "." + band.name();
            measures.add(code, value.definition, ALL_CHANNELS, data, outcome.apply(value));
        }
    }

    private static Function<NetworkProfile, OptionalDouble> integrated(GraphMeasure measure) {
        return profile -> OptionalDouble.of(profile.integrated(measure));
    }

    /** The network of all epochs, and those without each group of them. */
    private record Profiles(Optional<NetworkProfile> all, List<Optional<NetworkProfile>> without) {

        static Profiles of(CleanCondition condition, int[] epochs, Band band) {
            double[][] microvolts =
                    condition.names().stream().map(condition::microvolts).toArray(double[][]::new);
            var estimator = CrossSpectrumEstimator.hann(condition.rate(), condition.samples(Epochs.CONNECTIVITY));
            Function<int[], Optional<NetworkProfile>> network = some -> {
                CrossSpectra spectra = estimator.estimate(microvolts, some, List.of(band));
                return NetworkProfile.of(
                        spectra.band(ConnectivityMeasure.DEBIASED_WEIGHTED_PHASE_LAG_INDEX, band), SEED);
            };
            return new Profiles(
                    network.apply(epochs),
                    IntStream.range(0, GROUPS)
                            .mapToObj(g -> network.apply(Jackknife.without(epochs, GROUPS, g)))
                            .toList());
        }

        Outcome outcome(Value value) {
            Optional<Double> found = valueOf(all, value);
            if (found.isEmpty()) {
                return new NotAvailable("too-few-coupled-pairs", Map.of());
            }
            double[] parts = without.stream()
                    .mapToDouble(part -> valueOf(part, value).orElse(Double.NaN))
                    .toArray();
            Optional<Reliability> reliability = Jackknife.linear(found.get(), parts, value.definition.unit());
            return new Given(found.get(), reliability);
        }

        private static Optional<Double> valueOf(Optional<NetworkProfile> profile, Value value) {
            return profile.map(value.of).filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble);
        }
    }
}
