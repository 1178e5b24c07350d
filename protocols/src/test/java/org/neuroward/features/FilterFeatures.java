package org.neuroward.features;

import java.util.List;
import org.neuroward.filter.CausalFilter;
import org.neuroward.filter.FirFilter;

/** Computations of package {@code filter}. */
final class FilterFeatures {

    private static final FirFilter FIR_LOW = FirFilter.lowPass(TestSignal.RATE, 30);
    private static final FirFilter FIR_HIGH = FirFilter.highPass(TestSignal.RATE, 1);
    private static final FirFilter FIR_BAND = FirFilter.bandPass(TestSignal.RATE, 0.5, 45);
    private static final CausalFilter CAUSAL =
            CausalFilter.bandPass(TestSignal.RATE, 4, 0.5, 45).then(CausalFilter.notch(TestSignal.RATE, 50, 30));

    static final List<Feature> ALL = List.of(
            new Feature("fir-low-pass", FirFilter.class, s -> FIR_LOW.apply(s.one())),
            new Feature("fir-high-pass", FirFilter.class, s -> FIR_HIGH.apply(s.one())),
            new Feature("fir-band-pass", FirFilter.class, s -> FIR_BAND.apply(s.one())),
            new Feature("causal-filter", CausalFilter.class, FilterFeatures::causal));

    private FilterFeatures() {}

    private static double[] causal(TestSignal signal) {
        double[] samples = signal.one();
        CAUSAL.newState(samples.length == 0 ? 0 : samples[0]).apply(samples);
        return samples;
    }
}
