package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** Holds the channels of a recording against each other: what {@link ChannelEvidence} says of each. */
final class ChannelComparison {

    private static final double SLOW_HERTZ = 1;
    private static final double FAST_HERTZ = 50;
    private static final List<Band> BANDS =
            List.of(new Band("low", 1, 15), new Band("middle", 15, 30), new Band("high", 30, 45));

    private final StretchFilter filter;
    private final WindowGrid seconds;
    private final FirFilter highPass;
    private final Optional<FirFilter> lowPass;
    private final WelchEstimator welch;
    private final int[] epochs;

    /** @param seconds at least one window */
    ChannelComparison(SamplingRate rate, List<Stretch> gapless, WindowGrid seconds) {
        this.filter = new StretchFilter(gapless);
        this.seconds = seconds;
        this.highPass = FirFilter.highPass(rate, SLOW_HERTZ);
        this.lowPass =
                rate.hertz() > 2 * FAST_HERTZ ? Optional.of(FirFilter.lowPass(rate, FAST_HERTZ)) : Optional.empty();
        boolean[] all = new boolean[seconds.windows()];
        Arrays.fill(all, true);
        int[] doubles = seconds.epochs(all, 2, 1);
        this.epochs = doubles.length > 0 ? doubles : seconds.epochs(all, 1, 1);
        this.welch = WelchEstimator.hann(rate, (doubles.length > 0 ? 2 : 1) * seconds.windowSamples());
    }

    /** What was made of the channels on the way: 1–50 Hz, for who goes on with it. */
    record Compared(List<ChannelEvidence> evidence, List<double[]> judged) {}

    /**
     * @param recorded channels of finite numbers that vary
     * @param correlationLimit below which two channels do not go together
     */
    Compared compare(List<double[]> recorded, double correlationLimit) {
        List<ChannelFacts> facts = new ArrayList<>();
        List<double[]> judged = new ArrayList<>();
        double[][] decibels = new double[BANDS.size()][recorded.size()];
        for (int c = 0; c < recorded.size(); c++) {
            double[] high = filter.apply(highPass, recorded.get(c));
            double[] low = lowPass.map(pass -> filter.apply(pass, high)).orElse(high);
            facts.add(ChannelFacts.of(high, low, Double.NaN));
            judged.add(low);
            PowerSpectrum spectrum = welch.estimate(high, epochs);
            for (int b = 0; b < BANDS.size(); b++) {
                decibels[b][c] = decibels(spectrum, BANDS.get(b));
            }
        }
        double[][] overwritten = judged.stream().map(double[]::clone).toArray(double[][]::new);
        int[] isolated = BadChannels.windowsIsolated(facts, overwritten, seconds, correlationLimit);
        double[] deviations = BadChannels.deviationScores(facts);
        double[] noises = BadChannels.noiseScores(facts);
        double[] excesses = excesses(decibels);
        List<ChannelEvidence> evidence = new ArrayList<>();
        for (int c = 0; c < recorded.size(); c++) {
            evidence.add(new ChannelEvidence(
                    deviations[c],
                    noises[c],
                    (double) isolated[c] / seconds.windows(),
                    dropoutShare(recorded.get(c)),
                    excesses[c],
                    OptionalDouble.empty()));
        }
        return new Compared(evidence, judged);
    }

    /** Mean over the band; NaN when the spectrum does not reach its end. */
    private static double decibels(PowerSpectrum spectrum, Band band) {
        double sum = 0;
        int bins = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            if (spectrum.hertz(k) >= band.lowHertz() && spectrum.hertz(k) < band.highHertz()) {
                sum += 10 * StrictMath.log10(spectrum.density(k));
                bins++;
            }
        }
        return spectrum.hertz(spectrum.bins() - 1) < band.highHertz() ? Double.NaN : sum / bins;
    }

    /** The largest score of a channel over the bands; 0 where none can be judged. */
    private static double[] excesses(double[][] decibels) {
        double[] excesses = new double[decibels[0].length];
        Arrays.fill(excesses, Double.NEGATIVE_INFINITY);
        for (double[] band : decibels) {
            double deviation = RobustStatistics.MAD_TO_DEVIATION * RobustStatistics.medianAbsoluteDeviation(band);
            double[] scores = RobustStatistics.scores(band, deviation);
            for (int c = 0; c < scores.length && deviation > 0; c++) {
                excesses[c] = Math.max(excesses[c], scores[c]);
            }
        }
        return Arrays.stream(excesses)
                .map(score -> Double.isInfinite(score) ? 0 : score)
                .toArray();
    }

    private double dropoutShare(double[] microvolts) {
        int dropouts = 0;
        for (int w = 0; w < seconds.windows(); w++) {
            int first = seconds.firstSample(w);
            double[] window = Arrays.copyOfRange(microvolts, first, first + seconds.windowSamples());
            dropouts += RobustStatistics.medianAbsoluteDeviation(window) == 0 ? 1 : 0;
        }
        return (double) dropouts / seconds.windows();
    }
}
