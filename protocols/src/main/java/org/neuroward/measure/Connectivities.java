package org.neuroward.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.connectivity.CrossSpectrumEstimator;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.spectrum.Band;

/**
 * Coupling of all pairs of electrodes of the screening set, and its mean over the pairs. Everybody gives the same number of
 * epochs, spread evenly over what is clean: most of these measures depend on that number.
 */
final class Connectivities implements Features {

    static final int EPOCHS = MinimumData.CONNECTIVITY.minimum();

    private static final int GROUPS = 12;
    private static final Place ALL_PAIRS = Place.region("all-pairs");
    private static final List<String> BANDS = List.of("delta", "theta", "alpha", "beta", "gamma");

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        for (CleanCondition condition : recording.conditions()) {
            int[] epochs = condition.epochs(Epochs.CONNECTIVITY);
            Optional<NotAvailable> refusal = MinimumData.CONNECTIVITY.refuse(
                    epochs.length, condition.required().size());
            List<Band> bands = bands(condition);
            if (refusal.isPresent()) {
                DataUsed data = condition.used(Epochs.CONNECTIVITY);
                refuse(bands, data, refusal.get(), measures);
            } else {
                measure(condition, Coupling.of(condition, spread(epochs, EPOCHS), bands), bands, measures);
            }
        }
    }

    /** The classical bands that the sampling rate allows. */
    static List<Band> bands(CleanCondition condition) {
        return Band.RESTING.stream()
                .filter(band -> BANDS.contains(band.name()) && band.highHertz() <= condition.upperHertz())
                .toList();
    }

    /** So many epochs, at equal distances in the order of the recording. */
    static int[] spread(int[] epochs, int count) {
        int[] spread = new int[count];
        for (int i = 0; i < count; i++) {
            spread[i] = epochs[(int) ((long) i * epochs.length / count)];
        }
        return spread;
    }

    /** So many epochs, end to end or apart. */
    static DataUsed used(CleanCondition condition, int count) {
        double seconds = count
                * (condition.samples(Epochs.CONNECTIVITY) / condition.rate().hertz());
        return condition.used(seconds, count, Epochs.CONNECTIVITY);
    }

    private static void refuse(List<Band> bands, DataUsed data, NotAvailable refusal, Measures measures) {
        for (ConnectivityMeasure measure : ConnectivityMeasure.values()) {
            for (Band band : bands) {
                measures.add(code(measure, band), MeasureDefinition.of(measure), ALL_PAIRS, data, refusal);
            }
        }
    }

    private static void measure(CleanCondition condition, Coupling coupling, List<Band> bands, Measures measures) {
        List<String> names = condition.required();
        DataUsed data = used(condition, EPOCHS);
        for (ConnectivityMeasure measure : ConnectivityMeasure.values()) {
            for (Band band : bands) {
                CoupledBand values = coupling.band(measure, band);
                MeasureDefinition definition = MeasureDefinition.of(measure);
                if (measure != ConnectivityMeasure.IMAGINARY_COHERENCE) {
                    measures.add(code(measure, band), definition, ALL_PAIRS, data, values.mean());
                }
                for (int i = 0; i < names.size(); i++) {
                    for (int j = i + 1; j < names.size(); j++) {
                        Place pair = Place.pair(names.get(i), names.get(j));
                        measures.add(code(measure, band), definition, pair, data, values.pair(i, j));
                    }
                }
            }
        }
    }

    private static String code(ConnectivityMeasure measure, Band band) {
        return "connectivity." + measure.code() + "." + band.name();
    }

    /** Cross-spectra of all epochs, and without each group of them. */
    private record Coupling(CrossSpectra all, List<CrossSpectra> without) {

        static Coupling of(CleanCondition condition, int[] epochs, List<Band> bands) {
            double[][] microvolts =
                    condition.required().stream().map(condition::microvolts).toArray(double[][]::new);
            var estimator = CrossSpectrumEstimator.hann(condition.rate(), condition.samples(Epochs.CONNECTIVITY));
            List<CrossSpectra> without = new ArrayList<>();
            for (int g = 0; g < GROUPS; g++) {
                without.add(estimator.estimate(microvolts, Jackknife.without(epochs, GROUPS, g), bands));
            }
            return new Coupling(estimator.estimate(microvolts, epochs, bands), without);
        }

        CoupledBand band(ConnectivityMeasure measure, Band band) {
            return new CoupledBand(
                    measure,
                    all.band(measure, band),
                    without.stream().map(part -> part.band(measure, band)).toList());
        }
    }

    /** One measure in one band. */
    private record CoupledBand(ConnectivityMeasure measure, PairMatrix all, List<PairMatrix> without) {

        Outcome pair(int i, int j) {
            return outcome(
                    all.get(i, j),
                    without.stream().mapToDouble(part -> part.get(i, j)).toArray());
        }

        /** Over the pairs that have a value. */
        Outcome mean() {
            return outcome(
                    mean(all), without.stream().mapToDouble(CoupledBand::mean).toArray());
        }

        private Outcome outcome(double value, double[] parts) {
            double lowest = measure == ConnectivityMeasure.IMAGINARY_COHERENCE
                            || measure == ConnectivityMeasure.DEBIASED_WEIGHTED_PHASE_LAG_INDEX
                    ? -1
                    : 0;
            return Double.isFinite(value)
                    ? new Given(value, Jackknife.linear(value, parts, "1", lowest, 1))
                    : new NotAvailable("no-power", Map.of());
        }

        private static double mean(PairMatrix matrix) {
            double sum = 0;
            int pairs = 0;
            for (double value : matrix.upper()) {
                if (!Double.isNaN(value)) {
                    sum += value;
                    pairs++;
                }
            }
            return sum / pairs;
        }
    }
}
