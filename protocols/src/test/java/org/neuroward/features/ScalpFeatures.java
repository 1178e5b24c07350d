package org.neuroward.features;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.neuroward.reference.AverageGate;
import org.neuroward.reference.AverageReference;
import org.neuroward.reference.FittedMontage;
import org.neuroward.reference.Montage;
import org.neuroward.reference.RecordedElectrode;
import org.neuroward.scalp.ChannelInterpolation;
import org.neuroward.scalp.CurrentSourceDensity;
import org.neuroward.scalp.SphericalSpline;
import org.neuroward.scalp.SplineSettings;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/** Computations of the packages {@code reference} and {@code scalp}: all channels of a sample at once. */
final class ScalpFeatures {

    static final List<Feature> ALL = List.of(
            new Feature("average-reference", AverageReference.class, ScalpFeatures::averageReference),
            montage("montage-average", all -> Montage.average(all, AverageGate.SCORING)),
            montage("montage-infinity", all -> Montage.infinity(all, AverageGate.SCORING)),
            montage("montage-linked-mastoids", Montage::linkedMastoids),
            montage("montage-source-derivation", Montage::sourceDerivation),
            montage("montage-current-density", Montage::currentDensity),
            montage("montage-longitudinal-bipolar", all -> Montage.longitudinalBipolar()),
            montage("montage-referential", all -> Montage.referential(all, "Cz")),
            new Feature("channel-interpolation", ChannelInterpolation.class, ScalpFeatures::interpolation),
            new Feature("current-source-density", CurrentSourceDensity.class, ScalpFeatures::currentDensity),
            new Feature("spline-surface", SphericalSpline.class, ScalpFeatures::surface));

    private ScalpFeatures() {}

    private static double[][] averageReference(TestSignal signal) {
        double[][] microvolts = signal.microvolts();
        AverageReference.apply(microvolts);
        return microvolts;
    }

    private static Feature montage(String name, Function<List<RecordedElectrode>, Montage> montage) {
        return new Feature(name, FittedMontage.class, signal -> {
            List<RecordedElectrode> electrodes =
                    signal.names().stream().map(RecordedElectrode::good).toList();
            return montage.apply(electrodes).fit(electrodes).apply(signal.microvolts());
        });
    }

    private static double[][] interpolation(TestSignal signal) {
        double[][] microvolts = signal.microvolts();
        Set<String> bad = signal.names().contains("P3") ? Set.of("P3") : Set.of();
        ChannelInterpolation.plan(signal.names(), bad, Set.of()).apply(microvolts, signal.samples());
        return microvolts;
    }

    private static double[][] currentDensity(TestSignal signal) {
        List<Electrode> electrodes = electrodes(signal);
        return CurrentSourceDensity.over(electrodes)
                .apply(java.util.Arrays.copyOf(signal.microvolts(), electrodes.size()));
    }

    /** In one direction, of every sample. */
    private static double[] surface(TestSignal signal) {
        List<Electrode> electrodes = electrodes(signal);
        SphericalSpline spline = SphericalSpline.through(electrodes, SplineSettings.INTERPOLATION);
        double[] there = new double[signal.samples()];
        for (int n = 0; n < there.length; n++) {
            double[] values = new double[electrodes.size()];
            for (int e = 0; e < values.length; e++) {
                values[e] = signal.microvolts()[e][n];
            }
            there[n] = spline.surface(values).at(0.6, 0, 0.8);
        }
        return there;
    }

    private static List<Electrode> electrodes(TestSignal signal) {
        return signal.names().stream()
                .filter(Electrodes::isScalp)
                .map(name -> Electrodes.find(name).orElseThrow())
                .toList();
    }
}
