package org.neuroward.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.connectivity.CrossSpectrumEstimator;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.spectrum.Band;

/** Computations of package {@code connectivity}. */
final class ConnectivityFeatures {

    private static final Band ALPHA = new Band("alpha", 8, 13);
    private static final CrossSpectrumEstimator SYMMETRIC = CrossSpectrumEstimator.symmetricHann(TestSignal.RATE, 250);

    static final List<Feature> ALL = Stream.concat(
                    Arrays.stream(ConnectivityMeasure.values())
                            .map(measure ->
                                    new Feature(measure.code(), CrossSpectra.class, s -> band(s).band(measure, ALPHA))),
                    Stream.of(
                            new Feature("coherence-of-bin", PairMatrix.class, s -> band(s).bin(
                                            ConnectivityMeasure.COHERENCE, 2)),
                            new Feature("cross-spectra-symmetric-hann", CrossSpectrumEstimator.class, s -> SYMMETRIC
                                    .estimate(s.microvolts(), s.epochs(250), List.of(ALPHA))
                                    .band(ConnectivityMeasure.WEIGHTED_PHASE_LAG_INDEX, ALPHA))))
            .toList();

    private ConnectivityFeatures() {}

    private static CrossSpectra band(TestSignal signal) {
        return CrossSpectra.of(signal.microvolts(), signal.rate(), signal.epochs(250), 250, List.of(ALPHA));
    }
}
