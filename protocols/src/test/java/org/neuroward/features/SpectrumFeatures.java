package org.neuroward.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.neuroward.spectrum.AlphaFrequency;
import org.neuroward.spectrum.AperiodicFit;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.FourierBatch;
import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;
import org.neuroward.spectrum.LongPlan;
import org.neuroward.spectrum.LongTransform;
import org.neuroward.spectrum.Multitaper;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.SlepianTapers;
import org.neuroward.spectrum.Spectrogram;
import org.neuroward.spectrum.WelchEstimator;

/** Computations of package {@code spectrum}; the plans are shared by all threads, as a caller may share them. */
final class SpectrumFeatures {

    private static final WelchEstimator HANN = WelchEstimator.hann(TestSignal.RATE, 250);
    private static final WelchEstimator HAMMING = WelchEstimator.paddedHamming(TestSignal.RATE, 500);
    private static final WelchEstimator MEDIAN = WelchEstimator.medianHann(TestSignal.RATE, 250);
    private static final WelchEstimator SLEEP = WelchEstimator.sleep(TestSignal.RATE);
    private static final WelchEstimator NORM = WelchEstimator.multinationalNorm(TestSignal.RATE);
    private static final Multitaper TAPERS = Multitaper.resting(TestSignal.RATE);
    private static final Multitaper ADAPTIVE = TAPERS.adaptive();
    private static final Band ALPHA = new Band("alpha", 8, 13);
    private static final FourierPlan EVEN = new FourierPlan(250);
    private static final FourierPlan ODD = new FourierPlan(125);

    static final List<Feature> ALL = List.of(
            new Feature("welch-hann", WelchEstimator.class, SpectrumFeatures::hann),
            new Feature("welch-all-channels", WelchEstimator.class, s -> HANN.estimate(s.microvolts(), s.epochs(250))),
            new Feature("welch-padded-hamming", WelchEstimator.class, SpectrumFeatures::hamming),
            new Feature("welch-median-hann", WelchEstimator.class, s -> MEDIAN.estimate(s.one(), s.epochs(250))),
            new Feature(
                    "welch-sleep", WelchEstimator.class, s -> SLEEP.estimate(s.one(), s.epochs(SLEEP.epochSamples()))),
            new Feature(
                    "welch-multinational-norm",
                    WelchEstimator.class,
                    s -> NORM.estimate(s.one(), s.epochs(NORM.epochSamples()))),
            new Feature("multitaper", Multitaper.class, s -> TAPERS.estimate(s.one(), s.epochs(500))),
            new Feature("multitaper-adaptive", Multitaper.class, s -> ADAPTIVE.estimate(s.one(), s.epochs(500))),
            new Feature("multitaper-spectrogram", Multitaper.class, SpectrumFeatures::spectrogram),
            new Feature("slepian-tapers", SlepianTapers.class, s -> IntStream.range(0, 7)
                    .mapToObj(SlepianTapers.of(500, 4, 7)::taper)
                    .toList()),
            new Feature("band-power", PowerSpectrum.class, s -> Band.RESTING.stream()
                    .map(hann(s)::power)
                    .toList()),
            new Feature("relative-power", PowerSpectrum.class, s -> hann(s).relativePower(ALPHA, Band.TOTAL)),
            new Feature("log-power", PowerSpectrum.class, s -> hann(s).log10Power(ALPHA)),
            new Feature("log-log-slope", PowerSpectrum.class, s -> hann(s).logLogSlope(new Band("wide", 2, 40))),
            new Feature("aperiodic-fit", AperiodicFit.class, s -> AperiodicFit.of(hann(s))),
            new Feature("alpha-frequency", AlphaFrequency.class, SpectrumFeatures::alpha),
            new Feature("fourier-transform-even", FourierTransform.class, s -> transform(EVEN, s)),
            new Feature("fourier-transform-odd", FourierTransform.class, s -> transform(ODD, s)),
            new Feature("fourier-transform-inverse", FourierTransform.class, SpectrumFeatures::thereAndBack),
            new Feature("fourier-batch-even", FourierBatch.class, s -> batch(EVEN, s)),
            new Feature("fourier-batch-odd", FourierBatch.class, s -> batch(ODD, s)),
            new Feature("long-transform", LongTransform.class, SpectrumFeatures::longTransform));

    private SpectrumFeatures() {}

    private static double[][] longTransform(TestSignal signal) {
        double[] samples = signal.one();
        LongTransform transform = LongPlan.ofAtLeast(4000).newTransform();
        int count = Math.min(samples.length, transform.points());
        transform.putReal(samples, 0, 0, count);
        transform.clearReal(count);
        transform.clearImaginary(0);
        transform.forward();
        return transform.realSpectrum();
    }

    private static PowerSpectrum hann(TestSignal signal) {
        return HANN.estimate(signal.one(), signal.epochs(HANN.epochSamples()));
    }

    private static PowerSpectrum hamming(TestSignal signal) {
        return HAMMING.estimate(signal.one(), signal.epochs(HAMMING.epochSamples()));
    }

    private static AlphaFrequency alpha(TestSignal signal) {
        List<PowerSpectrum> spectra = new ArrayList<>();
        for (double[] channel : signal.microvolts()) {
            spectra.add(HAMMING.estimate(channel, signal.epochs(HAMMING.epochSamples())));
        }
        return AlphaFrequency.of(spectra);
    }

    /** A transform has a length of its own: what a shorter signal leaves open is zero. */
    private static double[][] transform(FourierPlan plan, TestSignal signal) {
        double[][] spectrum = new double[2][plan.bins()];
        plan.newTransform().forward(Arrays.copyOf(signal.one(), plan.length()), spectrum[0], spectrum[1]);
        return spectrum;
    }

    /** Each channel in a lane; a channel that is too short is followed by zeros. */
    private static List<double[]> batch(FourierPlan plan, TestSignal signal) {
        double[][] microvolts = signal.microvolts();
        FourierBatch batch = plan.newBatch(Math.max(1, microvolts.length));
        for (int n = 0; n < plan.length(); n++) {
            double[] row = batch.input(n);
            for (int channel = 0; channel < microvolts.length; channel++) {
                row[channel] = n < signal.samples() ? microvolts[channel][n] : 0;
            }
        }
        batch.forward(Math.max(1, microvolts.length));
        List<double[]> bins = new ArrayList<>();
        for (int k = 0; k < plan.bins(); k++) {
            bins.add(Arrays.copyOf(batch.real(k), microvolts.length));
            bins.add(Arrays.copyOf(batch.imaginary(k), microvolts.length));
        }
        return bins;
    }

    private static List<PowerSpectrum> spectrogram(TestSignal signal) {
        Spectrogram found = TAPERS.spectrogram(signal.one(), signal.epochs(TAPERS.epochSamples()));
        return IntStream.range(0, found.epochs()).mapToObj(found::spectrum).toList();
    }

    private static double[] thereAndBack(TestSignal signal) {
        double[][] spectrum = transform(EVEN, signal);
        double[] samples = new double[EVEN.length()];
        EVEN.newTransform().inverse(spectrum[0], spectrum[1], samples);
        return samples;
    }
}
