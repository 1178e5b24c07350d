package org.neuroward.scalp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/**
 * What becomes of the bad channels of a recording: a spherical spline through the good ones replaces a bad channel, unless a
 * feature uses it directly, or more than a tenth of the channels are bad; then it is not available, with the reason.
 *
 * <p>Whoever interpolates keeps to what {@link #interpolated()} says: those channels enter no average reference, and each costs
 * five points of the quality index. A plan is immutable and may be shared.
 */
public final class ChannelInterpolation {

    /** Of the channels with a place on the scalp no more than this share is interpolated. */
    public static final double LARGEST_SHARE = 0.1;

    private static final int FEWEST_GOOD = 3;

    /** Why a bad channel is not interpolated. */
    public enum Refusal {
        /** A feature rests on this very channel. */
        USED_DIRECTLY("used-directly"),
        TOO_MANY_BAD("too-many-bad-channels"),
        POSITION_UNKNOWN("unknown-position"),
        TOO_FEW_GOOD("too-few-good-channels");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final int channels;
    private final List<String> interpolated;
    private final Map<String, Refusal> notAvailable;
    private final int[] targets;
    private final int[] sources;
    private final double[][] weights;

    private ChannelInterpolation(List<String> names, List<String> good, Map<String, Refusal> verdicts) {
        this.channels = names.size();
        this.interpolated = verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        var refused = new LinkedHashMap<>(verdicts);
        refused.keySet().removeAll(interpolated);
        this.notAvailable = Map.copyOf(refused);
        this.targets = interpolated.stream().mapToInt(names::indexOf).toArray();
        this.sources = good.stream().mapToInt(names::indexOf).toArray();
        this.weights = new double[targets.length][];
    }

    /**
     * @param names canonical and distinct, in the order of the signal arrays
     * @param bad those of them that are bad
     * @param usedDirectly electrodes that a feature cannot do without, for example F3 and F4 for frontal asymmetry
     */
    public static ChannelInterpolation plan(List<String> names, Set<String> bad, Set<String> usedDirectly) {
        return plan(names, bad, usedDirectly, SplineSettings.INTERPOLATION);
    }

    public static ChannelInterpolation plan(
            List<String> names, Set<String> bad, Set<String> usedDirectly, SplineSettings settings) {
        if (Set.copyOf(names).size() != names.size() || !names.containsAll(bad)) {
            throw new IllegalArgumentException(
                    "channels must be distinct and hold the bad ones: channels=" + names + ", bad=" + bad);
        }
        List<String> good = names.stream()
                .filter(name -> Electrodes.isScalp(name) && !bad.contains(name))
                .toList();
        var plan = new ChannelInterpolation(names, good, verdicts(names, good, bad, usedDirectly));
        if (!plan.interpolated.isEmpty()) {
            plan.weigh(good, settings);
        }
        return plan;
    }

    /** Bad channels in the order of the recording; null stands for interpolation. */
    private static Map<String, Refusal> verdicts(
            List<String> names, List<String> good, Set<String> bad, Set<String> usedDirectly) {
        List<String> badOnScalp = names.stream()
                .filter(name -> bad.contains(name) && Electrodes.isScalp(name))
                .toList();
        boolean tooMany = badOnScalp.size() > LARGEST_SHARE * (good.size() + badOnScalp.size());
        var verdicts = new LinkedHashMap<String, Refusal>();
        for (String name : names) {
            if (!bad.contains(name)) {
                continue;
            }
            if (!badOnScalp.contains(name)) {
                verdicts.put(name, Refusal.POSITION_UNKNOWN);
            } else if (tooMany) {
                verdicts.put(name, Refusal.TOO_MANY_BAD);
            } else if (usedDirectly.contains(name)) {
                verdicts.put(name, Refusal.USED_DIRECTLY);
            } else {
                verdicts.put(name, good.size() < FEWEST_GOOD ? Refusal.TOO_FEW_GOOD : null);
            }
        }
        return verdicts;
    }

    private void weigh(List<String> good, SplineSettings settings) {
        List<Electrode> places = new ArrayList<>();
        good.forEach(name -> places.add(Electrodes.find(name).orElseThrow()));
        SphericalSpline spline = SphericalSpline.through(places, settings);
        for (int t = 0; t < weights.length; t++) {
            weights[t] =
                    spline.potentialWeights(Electrodes.find(interpolated.get(t)).orElseThrow());
        }
    }

    /** Names of the channels that {@link #apply} replaces, in the order of the recording. */
    public List<String> interpolated() {
        return interpolated;
    }

    /** The other bad channels. */
    public Map<String, Refusal> notAvailable() {
        return notAvailable;
    }

    /**
     * Overwrites the first {@code samples} samples of the bad channels; allocates nothing, so it may follow a live signal.
     *
     * @param microvolts [channel][sample] in the order of the plan, in one common reference
     */
    public void apply(double[][] microvolts, int samples) {
        if (microvolts.length != channels) {
            throw new IllegalArgumentException("the signal must have the channels that the plan was made for: signal="
                    + microvolts.length + ", plan=" + channels);
        }
        for (double[] channel : microvolts) {
            if (channel.length < samples) {
                throw new IllegalArgumentException("every channel must have the samples asked for: samples=" + samples
                        + ", has=" + channel.length);
            }
        }
        for (int t = 0; t < targets.length; t++) {
            double[] into = microvolts[targets[t]];
            double first = weights[t][0];
            double[] source = microvolts[sources[0]];
            for (int n = 0; n < samples; n++) {
                into[n] = first * source[n];
            }
            for (int s = 1; s < sources.length; s++) {
                add(weights[t][s], microvolts[sources[s]], into, samples);
            }
        }
    }

    private static void add(double weight, double[] source, double[] into, int samples) {
        for (int n = 0; n < samples; n++) {
            into[n] += weight * source[n];
        }
    }
}
