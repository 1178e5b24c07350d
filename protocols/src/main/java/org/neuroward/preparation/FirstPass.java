package org.neuroward.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.artifact.ChannelFacts;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.RobustStatistics;
import org.neuroward.artifact.StretchFilter;
import org.neuroward.artifact.WindowFacts;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.filter.FirFilter;
import org.neuroward.preparation.ChannelSelection.Chosen;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** All that is measured channel by channel, in the recorded reference, before it is known which channels are good. */
final class FirstPass {

    private static final double SLOW_HERTZ = 1;
    private static final double FAST_HERTZ = 50;
    private static final int LINE_SEARCH_SECONDS = 10;

    private final SamplingRate rate;
    private final WindowGrid grid;
    private final StretchFilter filter;
    private final FirFilter scored;
    private final FirFilter plausible;
    private final FirFilter highPass;
    private final Optional<FirFilter> lowPass;
    private final int[] allEpochs;

    private final double[][] filtered;
    private final double[][] lowPassed;
    private final double[][] mastoids;
    private final boolean[] finite;
    private final double[] plausibleMicrovolts;
    private final List<WindowFacts> windowFacts = new ArrayList<>();
    private final List<ChannelFacts> channelFacts = new ArrayList<>();
    private final List<PowerSpectrum> unfiltered = new ArrayList<>();
    private final List<PowerSpectrum> beginnings = new ArrayList<>();

    private FirstPass(
            int channels, int mastoids, SamplingRate rate, WindowGrid grid, StretchFilter filter, double lowpassHertz) {
        this.rate = rate;
        this.grid = grid;
        this.filter = filter;
        this.scored = FirFilter.bandPass(rate, PreparationLimits.HIGHPASS_HERTZ, lowpassHertz);
        this.plausible = FirFilter.bandPass(rate, SLOW_HERTZ, lowpassHertz);
        this.highPass = FirFilter.highPass(rate, SLOW_HERTZ);
        this.lowPass =
                rate.hertz() > 2 * FAST_HERTZ ? Optional.of(FirFilter.lowPass(rate, FAST_HERTZ)) : Optional.empty();
        boolean[] all = new boolean[grid.windows()];
        Arrays.fill(all, true);
        this.allEpochs = grid.epochs(all, 2, 1);
        this.filtered = new double[channels][];
        this.lowPassed = new double[channels][];
        this.mastoids = new double[mastoids][];
        this.finite = new boolean[channels];
        this.plausibleMicrovolts = new double[channels];
    }

    static FirstPass over(
            ChannelSelection selection, RecordedSignal signal, WindowGrid grid, double lowpassHertz, Progress progress)
            throws IOException {
        var filter = new StretchFilter(signal.gapless());
        List<Chosen> chosen = selection.chosen();
        var pass =
                new FirstPass(chosen.size(), selection.mastoids().size(), selection.rate(), grid, filter, lowpassHertz);
        double[] heartbeat = selection.heartbeat().isPresent()
                ? filter.apply(
                        pass.scored, signal.microvolts(selection.heartbeat().getAsInt()))
                : new double[0];
        for (int m = 0; m < pass.mastoids.length; m++) {
            int mastoid = selection.mastoids().get(m).index();
            pass.mastoids[m] = filter.apply(pass.scored, signal.microvolts(mastoid));
        }
        for (int c = 0; c < chosen.size(); c++) {
            double[] microvolts = signal.microvolts(chosen.get(c).index());
            pass.finite[c] = isFinite(microvolts);
            pass.measure(c, chosen.get(c), pass.finite[c] ? microvolts : new double[microvolts.length], heartbeat);
            progress.reached(0.7 * (c + 1) / chosen.size(), Progress.Stage.READING);
        }
        return pass;
    }

    /** Number of samples that a gapless stretch must have to be filtered as designed. */
    int shortestSamples() {
        return scored.length();
    }

    StretchFilter filter() {
        return filter;
    }

    /** 0.5–45 Hz, recorded reference. */
    double[] filtered(int channel) {
        return filtered[channel];
    }

    /** Whether every sample is a number; where not, the channel is measured as if it were flat. */
    boolean isFinite(int channel) {
        return finite[channel];
    }

    /** 0.5–45 Hz, recorded reference, M1 and M2; none when they were not recorded. */
    double[][] mastoids() {
        return mastoids;
    }

    WindowFacts windowFacts(int channel) {
        return windowFacts.get(channel);
    }

    List<ChannelFacts> channelFacts() {
        return List.copyOf(channelFacts);
    }

    /** 1–50 Hz; whoever takes it may overwrite it. */
    double[][] lowPassed() {
        return lowPassed;
    }

    /** Median over channels of the median absolute deviation, 1–45 Hz. */
    double plausibleMicrovolts() {
        return RobustStatistics.median(plausibleMicrovolts);
    }

    /** 50 or 60, by the first ten seconds. */
    double lineHertz() {
        double[] sums = new double[beginnings.getFirst().bins()];
        for (PowerSpectrum beginning : beginnings) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += beginning.density(k);
            }
        }
        return LineNoise.findLineHertz(sums, beginnings.getFirst().stepHertz());
    }

    /** Spectrum of all that was recorded of a channel, before any filter. */
    PowerSpectrum unfiltered(int channel) {
        return unfiltered.get(channel);
    }

    private void measure(int c, Chosen chosen, double[] microvolts, double[] heartbeat) {
        windowFacts.add(WindowFacts.of(
                microvolts,
                grid,
                rate,
                RecordedSignal.lowestMicrovolts(chosen.channel()),
                RecordedSignal.highestMicrovolts(chosen.channel())));
        WelchEstimator welch = WelchEstimator.hann(rate, 2 * grid.windowSamples());
        unfiltered.add(welch.estimate(microvolts, allEpochs));
        beginnings.add(welch.estimate(microvolts, firstEpochs()));
        filtered[c] = filter.apply(scored, microvolts);
        plausibleMicrovolts[c] = RobustStatistics.medianAbsoluteDeviation(filter.apply(plausible, microvolts));
        double[] above = filter.apply(highPass, microvolts);
        lowPassed[c] = lowPass.map(low -> filter.apply(low, above)).orElse(above);
        channelFacts.add(ChannelFacts.of(above, lowPassed[c], correlation(filtered[c], heartbeat)));
    }

    private int[] firstEpochs() {
        int last = LINE_SEARCH_SECONDS * grid.windowSamples();
        int[] first = Arrays.stream(allEpochs)
                .filter(epoch -> epoch + 2 * grid.windowSamples() <= allEpochs[0] + last)
                .toArray();
        return first;
    }

    private static boolean isFinite(double[] microvolts) {
        for (double x : microvolts) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }

    /** NaN when there is no heartbeat to compare with. */
    private static double correlation(double[] x, double[] y) {
        if (y.length != x.length) {
            return Double.NaN;
        }
        double meanX = 0;
        double meanY = 0;
        for (int n = 0; n < x.length; n++) {
            meanX += x[n] / x.length;
            meanY += y[n] / y.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int n = 0; n < x.length; n++) {
            xx += (x[n] - meanX) * (x[n] - meanX);
            yy += (y[n] - meanY) * (y[n] - meanY);
            xy += (x[n] - meanX) * (y[n] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }
}
