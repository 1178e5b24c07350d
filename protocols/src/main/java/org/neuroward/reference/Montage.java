package org.neuroward.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Ordered set of derivations by which a recording is viewed or scored. What a recording can give of it is seen when it is
 * {@linkplain #fit fitted}.
 *
 * <p>Chains are those of the 10-20 system, front to back and left before right (ACNS guideline 3: Acharya 2016).
 *
 * @param code for example {@code longitudinal-bipolar}
 */
public record Montage(String code, List<Derivation> derivations) {

    private static final List<List<String>> LONGITUDINAL = List.of(
            List.of("Fp1", "F7", "T7", "P7", "O1"),
            List.of("Fp2", "F8", "T8", "P8", "O2"),
            List.of("Fp1", "F3", "C3", "P3", "O1"),
            List.of("Fp2", "F4", "C4", "P4", "O2"),
            List.of("Fz", "Cz", "Pz"));

    private static final List<List<String>> TRANSVERSE = List.of(
            List.of("Fp1", "Fp2"),
            List.of("F7", "F3", "Fz", "F4", "F8"),
            List.of("T7", "C3", "Cz", "C4", "T8"),
            List.of("P7", "P3", "Pz", "P4", "P8"),
            List.of("O1", "O2"));

    public Montage {
        Objects.requireNonNull(code);
        derivations = List.copyOf(derivations);
    }

    /** Every electrode as it was recorded. */
    public static Montage recorded(List<RecordedElectrode> electrodes) {
        return new Montage("recorded", each(electrodes, Derivation.Recorded::new));
    }

    /** Every other electrode against {@code reference}. */
    public static Montage referential(List<RecordedElectrode> electrodes, String reference) {
        List<RecordedElectrode> others = electrodes.stream()
                .filter(electrode -> !electrode.name().equals(reference))
                .toList();
        return new Montage("referential", each(others, name -> new Derivation.Referential(name, reference)));
    }

    /** Every scalp electrode against both mastoids. */
    public static Montage linkedMastoids(List<RecordedElectrode> electrodes) {
        return new Montage("linked-mastoids", each(onScalp(electrodes), Derivation.LinkedMastoids::new));
    }

    /** Every scalp electrode against both ear lobes. */
    public static Montage linkedEars(List<RecordedElectrode> electrodes) {
        return new Montage("linked-ears", each(onScalp(electrodes), Derivation.LinkedEars::new));
    }

    /** Every scalp electrode against the average. */
    public static Montage average(List<RecordedElectrode> electrodes, AverageGate gate) {
        return new Montage("average", each(onScalp(electrodes), name -> new Derivation.CommonAverage(name, gate)));
    }

    /** Every scalp electrode against infinity. */
    public static Montage infinity(List<RecordedElectrode> electrodes, AverageGate gate) {
        return new Montage("rest", each(onScalp(electrodes), name -> new Derivation.AgainstInfinity(name, gate)));
    }

    /** Every scalp electrode against its neighbours. */
    public static Montage sourceDerivation(List<RecordedElectrode> electrodes) {
        return new Montage("source-derivation", each(onScalp(electrodes), Derivation.SourceDerivation::new));
    }

    /** Current density under every scalp electrode. */
    public static Montage currentDensity(List<RecordedElectrode> electrodes) {
        return new Montage("current-density", each(onScalp(electrodes), Derivation.CurrentDensity::new));
    }

    /** The "double banana". */
    public static Montage longitudinalBipolar() {
        return new Montage("longitudinal-bipolar", pairs(LONGITUDINAL));
    }

    public static Montage transverseBipolar() {
        return new Montage("transverse-bipolar", pairs(TRANSVERSE));
    }

    /**
     * What a recording can give of this montage.
     *
     * @param electrodes in the order of its signal arrays, each name once
     */
    public FittedMontage fit(List<RecordedElectrode> electrodes) {
        return new MontageFitting(electrodes).fit(this);
    }

    private static List<Derivation> each(
            List<RecordedElectrode> electrodes, Function<String, ? extends Derivation> derivation) {
        List<Derivation> all = new ArrayList<>();
        electrodes.forEach(electrode -> all.add(derivation.apply(electrode.name())));
        return all;
    }

    private static List<RecordedElectrode> onScalp(List<RecordedElectrode> electrodes) {
        return electrodes.stream().filter(RecordedElectrode::isOnScalp).toList();
    }

    /** Only neighbours: with one electrode missing, the two beside it would make a trace of twice the distance. */
    private static List<Derivation> pairs(List<List<String>> chains) {
        List<Derivation> pairs = new ArrayList<>();
        for (List<String> chain : chains) {
            for (int i = 1; i < chain.size(); i++) {
                pairs.add(new Derivation.Bipolar(chain.get(i - 1), chain.get(i)));
            }
        }
        return pairs;
    }
}
