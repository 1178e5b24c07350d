package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Split-half reliability of the asymmetries of one person: the correlation, over the homologous pairs of electrodes, of those
 * of the odd with those of the even epochs, stepped up to the full length (Spearman-Brown, 2r / (1 + r)). One number alone has
 * no correlation; its pattern over the scalp has.
 */
record SplitHalf(double coefficient, int pairs) {

    /** Below this no asymmetry is shown. */
    static final double REQUIRED = 0.8;

    /** A correlation over fewer pairs says nothing. */
    private static final int MIN_PAIRS = 4;

    private static final List<List<String>> HOMOLOGOUS = List.of(
            List.of("Fp1", "Fp2"),
            List.of("F7", "F8"),
            List.of("F3", "F4"),
            List.of("T7", "T8"),
            List.of("C3", "C4"),
            List.of("P7", "P8"),
            List.of("P3", "P4"),
            List.of("O1", "O2"));

    /** The epochs of the halves do not overlap. */
    static SplitHalf of(CleanCondition condition, Band band) {
        var welch = WelchEstimator.hann(condition.rate(), condition.samples(Epochs.CONNECTIVITY));
        int[] epochs = condition.epochs(Epochs.CONNECTIVITY);
        int[] odd = every(epochs, 0);
        int[] even = every(epochs, 1);
        List<List<String>> pairs = HOMOLOGOUS.stream()
                .filter(pair -> pair.stream().allMatch(condition::isGood))
                .toList();
        if (pairs.size() < MIN_PAIRS || even.length == 0) {
            return new SplitHalf(Double.NaN, pairs.size());
        }
        double[] first = pairs.stream()
                .mapToDouble(pair -> asymmetry(condition, pair, band, welch, odd))
                .toArray();
        double[] second = pairs.stream()
                .mapToDouble(pair -> asymmetry(condition, pair, band, welch, even))
                .toArray();
        double r = correlation(first, second);
        return new SplitHalf(2 * r / (1 + r), pairs.size());
    }

    /** Why the asymmetries may not be shown; empty when they may. */
    Optional<NotAvailable> refuse() {
        if (coefficient >= REQUIRED) {
            return Optional.empty();
        }
        var facts = new LinkedHashMap<String, Object>();
        if (Double.isFinite(coefficient)) {
            facts.put("splitHalf", coefficient);
        }
        facts.put("required", REQUIRED);
        facts.put("pairs", (double) pairs);
        return Optional.of(new NotAvailable("split-half-reliability-too-low", facts));
    }

    /** The coefficient in the place of the standard error; the interval stays. */
    Reliability with(Reliability jackknife) {
        return new Reliability("split-half", coefficient, "1", 2, jackknife.interval());
    }

    private static double asymmetry(
            CleanCondition condition, List<String> pair, Band band, WelchEstimator welch, int[] epochs) {
        PowerSpectrum left = welch.estimate(condition.microvolts(pair.getFirst()), epochs);
        PowerSpectrum right = welch.estimate(condition.microvolts(pair.getLast()), epochs);
        return Asymmetries.difference(left, right, band);
    }

    private static int[] every(int[] epochs, int from) {
        return IntStream.range(0, epochs.length)
                .filter(i -> i % 2 == from)
                .map(i -> epochs[i])
                .toArray();
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / y.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
