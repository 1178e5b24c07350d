package org.neuroward.features;

import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.filter.CausalFilter;
import org.neuroward.filter.CausalFir;
import org.neuroward.filter.EnvelopeBank;
import org.neuroward.filter.FilterBank;
import org.neuroward.filter.FirFilter;
import org.neuroward.filter.MainsFrequency;
import org.neuroward.filter.MainsInterpolation;
import org.neuroward.filter.Resampling;
import org.neuroward.filter.ZeroPhaseSos;
import org.neuroward.signal.SamplingRate;

/** Computations of package {@code filter}. */
final class FilterFeatures {

    private static final FirFilter FIR_LOW = FirFilter.lowPass(TestSignal.RATE, 30);
    private static final FirFilter FIR_HIGH = FirFilter.highPass(TestSignal.RATE, 1);
    private static final FirFilter FIR_BAND = FirFilter.bandPass(TestSignal.RATE, 0.5, 45);
    private static final CausalFilter CAUSAL =
            CausalFilter.bandPass(TestSignal.RATE, 4, 0.5, 45).then(CausalFilter.notch(TestSignal.RATE, 50, 30));

    private static final ZeroPhaseSos ZERO_PHASE = CAUSAL.zeroPhase();
    private static final Resampling DOWN = Resampling.of(TestSignal.RATE, new SamplingRate(100));
    private static final Resampling UP = Resampling.of(TestSignal.RATE, new SamplingRate(256));
    private static final MainsInterpolation MAINS = new MainsInterpolation(TestSignal.RATE, 50);

    static final List<Feature> ALL = List.of(
            new Feature("fir-low-pass", FirFilter.class, s -> FIR_LOW.apply(s.one())),
            new Feature("fir-high-pass", FirFilter.class, s -> FIR_HIGH.apply(s.one())),
            new Feature("fir-band-pass", FirFilter.class, s -> FIR_BAND.apply(s.one())),
            new Feature("fir-all-channels", FirFilter.class, s -> FIR_BAND.apply(s.microvolts())),
            new Feature("fir-causal", CausalFir.class, s -> {
                double[] samples = s.one();
                FIR_LOW.newCausal().apply(samples);
                return samples;
            }),
            new Feature("causal-filter", CausalFilter.class, FilterFeatures::causal),
            new Feature("causal-filter-all-channels", CausalFilter.class, s -> CAUSAL.apply(s.microvolts())),
            new Feature("filter-bank", FilterBank.class, FilterFeatures::bank),
            new Feature("zero-phase-sos", ZeroPhaseSos.class, s -> ZERO_PHASE.apply(s.one())),
            new Feature("envelope-bank", EnvelopeBank.class, FilterFeatures::envelope),
            new Feature("resampling-down", Resampling.class, s -> DOWN.apply(s.one())),
            new Feature("resampling-up", Resampling.class, s -> UP.apply(s.one())),
            new Feature("mains-interpolation", MainsInterpolation.class, s -> MAINS.apply(s.one())),
            new Feature("mains-frequency", MainsFrequency.class, FilterFeatures::mains));

    private FilterFeatures() {}

    private static double[][] bank(TestSignal signal) {
        double[][] samples = signal.microvolts();
        CAUSAL.newBank(samples.length).apply(samples);
        return samples;
    }

    private static double[][] envelope(TestSignal signal) {
        double[][] samples = signal.microvolts();
        double[][] envelopes = new double[samples.length][signal.samples()];
        new EnvelopeBank(CAUSAL, 0.05, samples.length).apply(samples, envelopes);
        return envelopes;
    }

    /** The signal with 5 µV of mains on every channel. */
    private static OptionalDouble mains(TestSignal signal) {
        double[][] humming = signal.microvolts();
        for (double[] channel : humming) {
            for (int n = 0; n < channel.length; n++) {
                channel[n] += 5 * StrictMath.sin(2 * Math.PI * 50 * n / TestSignal.RATE.hertz());
            }
        }
        return MainsFrequency.detect(humming, TestSignal.RATE);
    }

    private static double[] causal(TestSignal signal) {
        double[] samples = signal.one();
        CAUSAL.newState(samples.length == 0 ? 0 : samples[0]).apply(samples);
        return samples;
    }
}
