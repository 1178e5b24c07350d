package org.neuroward.features;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.neuroward.evoked.EventPower;
import org.neuroward.evoked.EvokedWave;
import org.neuroward.evoked.Maturity;
import org.neuroward.evoked.MismatchNegativity;
import org.neuroward.evoked.N170;
import org.neuroward.evoked.P300;
import org.neuroward.evoked.Polarity;
import org.neuroward.evoked.StandardisedError;
import org.neuroward.evoked.StimulusTiming;
import org.neuroward.evoked.TimeFrequency;
import org.neuroward.evoked.TrialSelection;
import org.neuroward.evoked.TrialSpan;
import org.neuroward.evoked.Trials;

/** Computations of package {@code evoked}, around an event every second. */
final class EvokedFeatures {

    private static final long SEED = 9;
    private static final TrialSpan USUAL = TrialSpan.usual(TestSignal.RATE);
    private static final TrialSpan EARLY = TrialSpan.early(TestSignal.RATE);
    private static final TrialSpan LONG = new TrialSpan(TestSignal.RATE, -1, 1.5);
    private static final double[] HERTZ = {6, 10.2, 21};
    private static final TimeFrequency MORLET = TimeFrequency.morlet(LONG, HERTZ);
    private static final TimeFrequency HANN = TimeFrequency.hann(LONG, HERTZ);

    static final List<Feature> ALL = List.of(
            new Feature("evoked-trials", Trials.class, s -> Trials.cut(s.one(), events(s, USUAL), USUAL)
                    .minusBaseline()
                    .average()
                    .map(EvokedWave::microvolts)),
            new Feature("evoked-selection", TrialSelection.class, s -> TrialSelection.of(USUAL)
                    .upToPeakToPeak(100)
                    .accepted(s.microvolts(), seconds(s))),
            new Feature("evoked-wave", EvokedWave.class, s -> wave(s, USUAL)
                    .map(wave -> List.of(
                            wave.meanMicrovolts(0.3, 0.5),
                            wave.fractionalAreaLatencySeconds(0.25, 0.5, 0.5, Polarity.POSITIVE)))),
            new Feature("evoked-p300", P300.class, s -> pair(s, USUAL)
                    .map(pair -> P300.of(pair.get(0), pair.get(1), Maturity.ADULT))),
            new Feature("evoked-mismatch-negativity", MismatchNegativity.class, s -> pair(s, EARLY)
                    .map(pair -> MismatchNegativity.of(pair.get(0), pair.get(1)))),
            new Feature("evoked-n170", N170.class, s -> wave(s, EARLY).map(wave -> N170.of(wave, Maturity.CHILD))),
            new Feature(
                    "evoked-error",
                    StandardisedError.class,
                    s -> StandardisedError.ofMeanAmplitude(Trials.cut(s.one(), events(s, USUAL), USUAL), 0.3, 0.5)),
            new Feature("evoked-error-bootstrap", StandardisedError.class, EvokedFeatures::bootstrap),
            new Feature("evoked-stimulus-timing", StimulusTiming.class, s -> StimulusTiming.of(s.one())),
            new Feature("evoked-power-morlet", TimeFrequency.class, s -> decibels(MORLET, s)),
            new Feature("evoked-power-hann", TimeFrequency.class, s -> decibels(HANN, s)));

    private EvokedFeatures() {}

    private static int[] seconds(TestSignal signal) {
        int second = (int) TestSignal.RATE.hertz();
        return IntStream.range(0, signal.samples() / second + 1)
                .map(i -> i * second)
                .toArray();
    }

    /** Those whose trials lie within the signal, whatever it holds. */
    private static int[] events(TestSignal signal, TrialSpan span) {
        int before = (int) -Math.round(span.fromSeconds() * TestSignal.RATE.hertz());
        return IntStream.of(seconds(signal))
                .filter(event -> event >= before && event - before + span.samples() <= signal.samples())
                .toArray();
    }

    private static Optional<EvokedWave> wave(TestSignal signal, TrialSpan span) {
        return Trials.cut(signal.one(), events(signal, span), span).average();
    }

    /** The first channel's and the last's. */
    private static Optional<List<EvokedWave>> pair(TestSignal signal, TrialSpan span) {
        return wave(signal, span)
                .map(first -> List.of(
                        first,
                        Trials.cut(signal.microvolts()[signal.channels() - 1], events(signal, span), span)
                                .average()
                                .orElseThrow()));
    }

    private static OptionalDouble bootstrap(TestSignal signal) {
        return StandardisedError.bootstrap(
                List.of(Trials.cut(signal.one(), events(signal, USUAL), USUAL)),
                waves -> waves.getFirst().meanMicrovolts(0.3, 0.5),
                100,
                SEED);
    }

    /** From -100 to 400 ms, where the slowest wavelet finds all it needs. */
    private static double[][] decibels(TimeFrequency wavelets, TestSignal signal) {
        EventPower power = wavelets.power(Trials.cut(signal.one(), events(signal, LONG), LONG));
        double[][] all = power.decibels(EventPower.BASELINE_FROM_SECONDS, EventPower.BASELINE_TO_SECONDS);
        double[][] middle = new double[all.length][];
        for (int f = 0; f < all.length; f++) {
            middle[f] = java.util.Arrays.copyOfRange(all[f], 112, 176);
        }
        return middle;
    }
}
