package org.neuroward.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.preparation.CleanSignal;
import org.neuroward.reference.AverageGate;
import org.neuroward.reference.FittedMontage;
import org.neuroward.reference.Montage;
import org.neuroward.reference.RecordedElectrode;

/** The good channels of a recording in those references that it can be given in; each is made once. */
final class References {

    private final List<String> names;
    private final double[][] average;
    private final Optional<double[][]> mastoids;
    private final Map<SignalReference, Optional<ReferencedSignal>> made = new EnumMap<>(SignalReference.class);

    /** @param average of each name; kept, as are the mastoids */
    References(List<String> names, double[][] average, Optional<double[][]> mastoids) {
        this.names = names;
        this.average = average;
        this.mastoids = mastoids;
    }

    static References of(CleanSignal clean) {
        double[][] microvolts = new double[clean.names().size()][];
        for (int c = 0; c < microvolts.length; c++) {
            microvolts[c] = clean.microvolts(c);
        }
        return new References(clean.names(), microvolts, clean.findMastoids());
    }

    /** Empty when the recording lacks what the reference needs. */
    Optional<ReferencedSignal> find(SignalReference reference) {
        return made.computeIfAbsent(
                reference, r -> make(r).map(microvolts -> new ReferencedSignal(r.code(), microvolts)));
    }

    private Optional<double[][]> make(SignalReference reference) {
        List<RecordedElectrode> scalp =
                names.stream().map(RecordedElectrode::good).toList();
        return switch (reference) {
            case AVERAGE -> Optional.of(average);
            case LINKED_MASTOIDS -> mastoids.flatMap(both -> linkedMastoids(scalp, both));
            case REST -> derive(Montage.infinity(scalp, AverageGate.SCORING).fit(scalp), average);
            case CURRENT_DENSITY -> derive(Montage.currentDensity(scalp).fit(scalp), average);
        };
    }

    private Optional<double[][]> linkedMastoids(List<RecordedElectrode> scalp, double[][] both) {
        List<RecordedElectrode> all = new ArrayList<>(scalp);
        all.add(RecordedElectrode.good("M1"));
        all.add(RecordedElectrode.good("M2"));
        double[][] microvolts = new double[all.size()][];
        System.arraycopy(average, 0, microvolts, 0, scalp.size());
        System.arraycopy(both, 0, microvolts, scalp.size(), both.length);
        return derive(Montage.linkedMastoids(scalp).fit(all), microvolts);
    }

    /** The average that the signals are measured against cancels out. */
    private static Optional<double[][]> derive(FittedMontage montage, double[][] microvolts) {
        return montage.unavailable().isEmpty() ? Optional.of(montage.apply(microvolts)) : Optional.empty();
    }
}
