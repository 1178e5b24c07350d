package org.neuroward.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.artifact.ArtifactFlags;
import org.neuroward.artifact.BadChannelReport;
import org.neuroward.artifact.BadChannelSearch;
import org.neuroward.artifact.BadChannels;
import org.neuroward.artifact.ChannelEvidence;
import org.neuroward.artifact.ChannelFacts;
import org.neuroward.artifact.Drowsiness;
import org.neuroward.artifact.Heartbeat;
import org.neuroward.artifact.HeartbeatSearch;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.RobustStatistics;
import org.neuroward.artifact.SecondQuality;
import org.neuroward.artifact.StretchFilter;
import org.neuroward.artifact.WindowFacts;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;

/** Computations of package {@code artifact}. */
final class ArtifactFeatures {

    private static final int WINDOW = 125;
    private static final double RANGE_END_MICROVOLTS = 200;
    private static final List<String> MORE_NAMES =
            List.of("F1", "F2", "FC1", "FC2", "FCz", "C1", "C2", "CP1", "CP2", "CPz", "P1", "P2", "PO3", "PO4", "Oz");
    private static final FirFilter ABOVE_ONE_HERTZ = FirFilter.highPass(TestSignal.RATE, 1);
    private static final FirFilter BELOW_FIFTY_HERTZ = FirFilter.lowPass(TestSignal.RATE, 50);

    static final List<Feature> ALL = List.of(
            new Feature("artifact-windows", ArtifactDetection.class, ArtifactFeatures::flags),
            new Feature("channel-facts", ChannelFacts.class, s -> facts(s).stream()
                    .map(one -> List.of(one.flat(), one.deviationMicrovolts(), one.noisiness()))
                    .toList()),
            new Feature(
                    "bad-channels", BadChannels.class, s -> BadChannels.find(facts(s), lowPassed(s), grid(s)).stream()
                            .map(reason -> reason.orElse("good"))
                            .toList()),
            new Feature("bad-channel-search", BadChannelSearch.class, s -> search(s.names(), s.microvolts())),
            new Feature("bad-channel-search-with-ransac", BadChannelSearch.class, ArtifactFeatures::searchOfMany),
            new Feature(
                    "heartbeat-search", HeartbeatSearch.class, s -> heartbeat(s).map(Heartbeat::beats)),
            new Feature("heartbeat-correlation", Heartbeat.class, s -> heartbeat(s)
                    .map(found -> found.correlation(s.one()))),
            new Feature("drowsiness", Drowsiness.class, ArtifactFeatures::drowsiness),
            new Feature("line-noise", LineNoise.class, s -> LineNoise.decibels(s.one(), 1, 50)),
            new Feature("line-frequency", LineNoise.class, s -> LineNoise.findLineHertz(s.one(), 1)),
            new Feature("median", RobustStatistics.class, s -> RobustStatistics.median(s.one())),
            new Feature(
                    "median-absolute-deviation",
                    RobustStatistics.class,
                    s -> RobustStatistics.medianAbsoluteDeviation(s.one())),
            new Feature(
                    "second-quality",
                    SecondQuality.class,
                    s -> SecondQuality.assess(
                            Arrays.copyOf(s.one(), Math.min(WINDOW, s.samples())),
                            s.rate(),
                            -RANGE_END_MICROVOLTS,
                            RANGE_END_MICROVOLTS,
                            50)),
            new Feature("stretch-filter", StretchFilter.class, s -> stretches(s).apply(ABOVE_ONE_HERTZ, s.one())));

    private ArtifactFeatures() {}

    private static ArtifactFlagValues flags(TestSignal signal) {
        List<WindowFacts> facts = new ArrayList<>();
        for (double[] channel : signal.microvolts()) {
            facts.add(
                    WindowFacts.of(channel, grid(signal), signal.rate(), -RANGE_END_MICROVOLTS, RANGE_END_MICROVOLTS));
        }
        ArtifactFlags flags = new ArtifactDetection(signal.rate(), grid(signal), stretches(signal))
                .detect(signal.names(), signal.microvolts(), facts, WINDOW);
        List<Object> kinds = new ArrayList<>();
        List<Double> clean = new ArrayList<>();
        for (int channel = 0; channel < signal.channels(); channel++) {
            clean.add(flags.cleanPercent(channel));
            for (int window = 0; window < flags.windows(); window++) {
                kinds.add(flags.of(channel, window));
            }
        }
        return new ArtifactFlagValues(flags.windows(), kinds, clean);
    }

    private record ArtifactFlagValues(int windows, List<Object> kinds, List<Double> cleanPercent) {}

    private static List<Object> search(List<String> names, double[][] microvolts) {
        int samples = microvolts.length == 0 ? 0 : microvolts[0].length;
        BadChannelReport report =
                new BadChannelSearch(TestSignal.RATE, List.of(new Stretch(0, samples)), 1).find(names, microvolts);
        List<Object> values = new ArrayList<>(report.criteria());
        for (Optional<ChannelEvidence> evidence : report.evidence()) {
            evidence.ifPresent(e -> values.add(List.of(
                    e.deviationScore(),
                    e.highFrequencyScore(),
                    e.isolatedShare(),
                    e.dropoutShare(),
                    e.excessScore(),
                    e.unpredictedShare().orElse(-1))));
        }
        return values;
    }

    /** RANSAC needs more channels than the 10-20 system has: each further one is the sum of two of them. */
    private static List<Object> searchOfMany(TestSignal signal) {
        List<double[]> channels = new ArrayList<>(List.of(signal.microvolts()));
        List<String> names = new ArrayList<>(signal.names());
        for (int extra = 0; extra < MORE_NAMES.size() && signal.channels() > 1; extra++) {
            double[] sum = signal.microvolts()[extra];
            double[] next = signal.microvolts()[extra + 1];
            for (int n = 0; n < sum.length; n++) {
                sum[n] += next[n];
            }
            channels.add(sum);
            names.add(MORE_NAMES.get(extra));
        }
        return search(names, channels.toArray(double[][]::new));
    }

    /** Of the first channel with a beat added every 80 samples. */
    private static Optional<Heartbeat> heartbeat(TestSignal signal) {
        double[] ecg = signal.one();
        for (int n = 0; n < ecg.length; n++) {
            double distance = n % 80 - 40;
            ecg[n] += 300 * StrictMath.exp(-distance * distance / 8);
        }
        return new HeartbeatSearch(signal.rate(), List.of(new Stretch(0, ecg.length))).inEcg(ecg);
    }

    private static List<ChannelFacts> facts(TestSignal signal) {
        return Arrays.stream(signal.microvolts())
                .map(channel ->
                        ChannelFacts.of(ABOVE_ONE_HERTZ.apply(channel), BELOW_FIFTY_HERTZ.apply(channel), Double.NaN))
                .toList();
    }

    private static double[][] lowPassed(TestSignal signal) {
        return Arrays.stream(signal.microvolts()).map(BELOW_FIFTY_HERTZ::apply).toArray(double[][]::new);
    }

    private static List<Object> drowsiness(TestSignal signal) {
        boolean[] closed = new boolean[grid(signal).windows()];
        Arrays.fill(closed, true);
        Drowsiness found = Drowsiness.find(signal.microvolts(), signal.rate(), grid(signal), closed);
        return List.of(found.isJudged(), found.windows());
    }

    private static WindowGrid grid(TestSignal signal) {
        return WindowGrid.over(List.of(new Stretch(0, signal.samples())), WINDOW);
    }

    private static StretchFilter stretches(TestSignal signal) {
        return new StretchFilter(List.of(new Stretch(0, signal.samples())));
    }
}
