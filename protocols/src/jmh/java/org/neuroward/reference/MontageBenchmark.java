package org.neuroward.reference;

import java.util.List;
import org.neuroward.bench.SimulatedSignal;
import org.neuroward.bench.SteadyState;
import org.neuroward.signal.Electrodes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Montages over 19 channels × 5 min × 250 Hz at once, over 64 channels × 20 ms × 1 kHz as they come, and fitting one. */
@State(Scope.Benchmark)
public class MontageBenchmark extends SteadyState {

    private static final List<String> DENSE =
            List.of(("Fp1 Fp2 Fpz AF7 AF8 AF3 AF4 AFz F7 F8 F5 F6 F3 F4 F1 F2 Fz FT7 FT8 FC5 "
                            + "FC6 FC3 FC4 FC1 FC2 FCz T7 T8 C5 C6 C3 C4 C1 C2 Cz TP7 TP8 CP5 CP6 CP3 CP4 CP1 CP2 CPz P7 P8 P5 P6 P3 P4 "
                            + "P1 P2 Pz PO7 PO8 PO3 PO4 POz O1 O2 Oz Iz P9 P10")
                    .split(" "));

    private final List<RecordedElectrode> nineteen = recorded(Electrodes.SCREEN_19);
    private final FittedMontage average =
            Montage.average(nineteen, AverageGate.SCORING).fit(nineteen);
    private final FittedMontage infinity =
            Montage.infinity(nineteen, AverageGate.SCORING).fit(nineteen);
    private final FittedMontage bipolar = Montage.longitudinalBipolar().fit(nineteen);
    private final double[][] microvolts = SimulatedSignal.fiveMinutes();
    private final double[][] derived = new double[19][SimulatedSignal.FIVE_MINUTES];
    private final double[][] derivedPairs = new double[18][SimulatedSignal.FIVE_MINUTES];

    private final List<RecordedElectrode> sixtyFour = recorded(DENSE);
    private final FittedMontage live =
            Montage.infinity(sixtyFour, AverageGate.SCORING).fit(sixtyFour);
    private final double[][] block = SimulatedSignal.microvolts(64, 20, SimulatedSignal.RATE);
    private final double[][] shown = new double[64][20];

    @Benchmark
    public double[][] average() {
        average.apply(microvolts, derived, SimulatedSignal.FIVE_MINUTES);
        return derived;
    }

    @Benchmark
    public double[][] infinity() {
        infinity.apply(microvolts, derived, SimulatedSignal.FIVE_MINUTES);
        return derived;
    }

    @Benchmark
    public double[][] bipolar() {
        bipolar.apply(microvolts, derivedPairs, SimulatedSignal.FIVE_MINUTES);
        return derivedPairs;
    }

    @Benchmark
    public double[][] blockAgainstInfinity() {
        live.apply(block, shown, 20);
        return shown;
    }

    @Benchmark
    public FittedMontage fittingInfinity() {
        return Montage.infinity(nineteen, AverageGate.SCORING).fit(nineteen);
    }

    private static List<RecordedElectrode> recorded(List<String> names) {
        return names.stream().map(RecordedElectrode::good).toList();
    }
}
