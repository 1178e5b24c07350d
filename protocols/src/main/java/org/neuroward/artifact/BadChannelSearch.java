package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SamplingRate;

/**
 * Finds the bad channels of a recording, or of the last half minute of one, by the criteria of the PREP pipeline (Bigdely-Shamlo
 * 2015) and of its descendants: no number, flat, deviation, high frequency, low correlation; from 20 channels on also dropouts,
 * signal-to-noise and an excess of power in a band; from 32 on RANSAC, whose seed the report carries.
 *
 * <p>Signals are judged above 1 Hz, in the reference of the recording. Up to 19 channels the correlation limit is 0.3 in more than
 * 5 % of the windows, above that 0.4 in more than 1 %. Deviations from PREP: dropouts are looked for in the unfiltered signal,
 * where a held value is still one; correlations of RANSAC are Pearson's. The excess of power finds frontal channels with many
 * blinks too.
 *
 * <p>One channel alone, or less than a second, has nothing to be compared with: only numbers and flatness are judged.
 */
public final class BadChannelSearch {

    /** Fewer channels than this make subsets too small for RANSAC. */
    public static final int RANSAC_FROM_CHANNELS = 32;

    public static final double DROPOUT_SHARE = 0.01;
    public static final double EXCESS_SCORE = 3;

    private static final int FEW_CHANNELS = 19;

    private final SamplingRate rate;
    private final List<Stretch> gapless;
    private final WindowGrid seconds;
    private final WindowGrid fiveSeconds;
    private final long ransacSeed;

    /**
     * @param gapless stretches that lie end to end in the signal arrays
     * @param ransacSeed part of the result: the same seed gives the same channels
     */
    public BadChannelSearch(SamplingRate rate, List<Stretch> gapless, long ransacSeed) {
        this.rate = rate;
        this.gapless = List.copyOf(gapless);
        int second = Math.max(2, (int) Math.round(rate.hertz()));
        this.seconds = WindowGrid.over(gapless, second);
        this.fiveSeconds = WindowGrid.over(gapless, Ransac.WINDOW_SECONDS * second);
        this.ransacSeed = ransacSeed;
    }

    /**
     * @param names canonical
     * @param microvolts [channel][sample] as recorded; stay as they are
     */
    public BadChannelReport find(List<String> names, double[][] microvolts) {
        if (names.size() != microvolts.length) {
            throw new IllegalArgumentException(
                    "each channel needs a name: names=" + names.size() + ", channels=" + microvolts.length);
        }
        var findings = new Findings(names);
        for (int c = 0; c < microvolts.length; c++) {
            if (!RobustStatistics.areFinite(microvolts[c])) {
                findings.criteria.get(c).add(BadChannelCriterion.NOT_A_NUMBER);
            } else if (isFlat(microvolts[c])) {
                findings.criteria.get(c).add(BadChannelCriterion.FLAT);
            } else {
                findings.usable.add(c);
            }
        }
        OptionalLong seed = OptionalLong.empty();
        if (findings.usable.size() > 1 && seconds.windows() > 0) {
            compare(findings, microvolts);
            seed = predict(findings);
        }
        return new BadChannelReport(names, findings.criteria, findings.evidence, seed);
    }

    /** What is known so far, channel by channel. */
    private static final class Findings {

        final List<String> names;
        final List<Set<BadChannelCriterion>> criteria = new ArrayList<>();
        final List<Optional<ChannelEvidence>> evidence = new ArrayList<>();
        final List<Integer> usable = new ArrayList<>();
        List<double[]> judged = List.of();

        Findings(List<String> names) {
            this.names = names;
            for (int c = 0; c < names.size(); c++) {
                criteria.add(EnumSet.noneOf(BadChannelCriterion.class));
                evidence.add(Optional.empty());
            }
        }

        void add(int channel, BadChannelCriterion criterion, boolean met) {
            if (met) {
                criteria.get(channel).add(criterion);
            }
        }

        /** Positions among the usable ones of the channels that RANSAC is for. */
        List<Integer> goodOnScalp() {
            List<Integer> good = new ArrayList<>();
            for (int u = 0; u < usable.size(); u++) {
                if (criteria.get(usable.get(u)).isEmpty() && Electrodes.isScalp(names.get(usable.get(u)))) {
                    good.add(u);
                }
            }
            return good;
        }
    }

    private void compare(Findings findings, double[][] microvolts) {
        int channels = microvolts.length;
        var limit = BadChannels.CorrelationLimit.forChannels(channels);
        var compared = new ChannelComparison(rate, gapless, seconds)
                .compare(findings.usable.stream().map(c -> microvolts[c]).toList(), limit.correlation());
        findings.judged = compared.judged();
        boolean many = channels > FEW_CHANNELS;
        for (int u = 0; u < findings.usable.size(); u++) {
            int c = findings.usable.get(u);
            ChannelEvidence evidence = compared.evidence().get(u);
            boolean noisy = evidence.highFrequencyScore() > BadChannels.HIGH_FREQUENCY_SCORE;
            boolean isolated = evidence.isolatedShare() > limit.share();
            findings.evidence.set(c, Optional.of(evidence));
            findings.add(
                    c,
                    BadChannelCriterion.DEVIATION,
                    Math.abs(evidence.deviationScore()) > BadChannels.DEVIATION_SCORE);
            findings.add(c, BadChannelCriterion.HIGH_FREQUENCY, noisy);
            findings.add(c, BadChannelCriterion.LOW_CORRELATION, isolated);
            findings.add(c, BadChannelCriterion.DROPOUT, many && evidence.dropoutShare() > DROPOUT_SHARE);
            findings.add(c, BadChannelCriterion.SIGNAL_TO_NOISE, many && noisy && isolated);
            findings.add(c, BadChannelCriterion.SPECTRUM, many && evidence.excessScore() > EXCESS_SCORE);
        }
    }

    /** RANSAC among the channels on the scalp that no other criterion condemns. */
    private OptionalLong predict(Findings findings) {
        List<Integer> good = findings.goodOnScalp();
        long recorded = findings.names.stream().filter(Electrodes::isScalp).count();
        if (recorded < RANSAC_FROM_CHANNELS || !Ransac.isPossible(good.size())) {
            return OptionalLong.empty();
        }
        List<Electrode> places = good.stream()
                .map(u -> Electrodes.find(findings.names.get(findings.usable.get(u)))
                        .orElseThrow())
                .toList();
        double[][] signals = good.stream().map(findings.judged::get).toArray(double[][]::new);
        double[] shares = new Ransac(places, ransacSeed).unpredictedShares(signals, fiveSeconds);
        for (int g = 0; g < shares.length; g++) {
            int c = findings.usable.get(good.get(g));
            double share = shares[g];
            findings.evidence.set(c, findings.evidence.get(c).map(known -> known.withUnpredictedShare(share)));
            findings.add(c, BadChannelCriterion.UNPREDICTED, share > Ransac.LARGEST_SHARE);
        }
        return OptionalLong.of(ransacSeed);
    }

    /** PREP's 1e-15 V of median absolute deviation, or nothing there. */
    private static boolean isFlat(double[] microvolts) {
        return !(RobustStatistics.medianAbsoluteDeviation(microvolts) > ChannelFacts.FLAT_MICROVOLTS);
    }
}
