package org.neuroward.artifact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;
import org.neuroward.signal.SamplingRate;

/**
 * Artifacts by one-second windows; the limit of amplitude goes by age, and is that for adults unless another is asked for.
 *
 * <p>Amplitude, steps, blinks, eye movements and muscle are judged on the signal that is scored (0.5–45 Hz, average
 * reference): what the reference electrode alone picked up is no artifact of it. Drift is judged on the unfiltered signal
 * in the same reference, flatness and clipping on the signal as recorded.
 *
 * <p>Deviations from the list of common practice. A 20–45 Hz slope above -0.3 as a sign of muscle is not judged second by second:
 * the slope of a one-second periodogram has a standard error near 1, and amplifiers with white noise exceed the limit all the
 * time; a caller can look at the slope of the mean spectrum instead. The heart is looked for in a channel as a whole first,
 * for the same reason, and when {@linkplain #withHeartbeat asked for}. Sleep spindles and vertex waves are not looked for.
 * Immutable.
 */
public final class ArtifactDetection {

    /** Of adults; see {@link AgeGroup}. */
    public static final double AMPLITUDE_MICROVOLTS = 100;

    public static final double STEP_MICROVOLTS = 50;
    public static final double STEP_SECONDS = 0.008;
    public static final double DRIFT_MICROVOLTS_PER_SECOND = 50;
    public static final double MUSCLE_LOW_HERTZ = 30;
    public static final double MUSCLE_SCORE = 4;
    public static final double MOVEMENT_SHARE = 0.25;
    public static final double ACCELERATION_G = 0.1;

    private static final double BLINK_LOW_HERTZ = 1;
    private static final double BLINK_HIGH_HERTZ = 10;

    private final SamplingRate rate;
    private final WindowGrid grid;
    private final StretchFilter filter;
    private final Extras extras;

    /** @param moved windows with an accelerated head */
    private record Extras(AgeGroup age, Optional<Heartbeat> heartbeat, BitSet moved) {}

    /** With the limits for adults. */
    public ArtifactDetection(SamplingRate rate, WindowGrid grid, StretchFilter filter) {
        this(rate, grid, filter, new Extras(AgeGroup.ADULT, Optional.empty(), new BitSet()));
    }

    private ArtifactDetection(SamplingRate rate, WindowGrid grid, StretchFilter filter, Extras extras) {
        this.rate = rate;
        this.grid = grid;
        this.filter = filter;
        this.extras = extras;
    }

    public ArtifactDetection forAge(AgeGroup age) {
        return new ArtifactDetection(rate, grid, filter, new Extras(age, extras.heartbeat, extras.moved));
    }

    /** Looks for the course of the heart in every channel too. */
    public ArtifactDetection withHeartbeat(Heartbeat heartbeat) {
        return new ArtifactDetection(rate, grid, filter, new Extras(extras.age, Optional.of(heartbeat), extras.moved));
    }

    /**
     * Takes a change of more than 0.1 g in a window for movement of all channels.
     *
     * @param g [axis][sample] of an accelerometer on the head, at the positions of the signal
     */
    public ArtifactDetection withAcceleration(double[][] g) {
        var moved = new BitSet();
        int reach = grid.windows() == 0 ? 0 : grid.firstSample(grid.windows() - 1) + grid.windowSamples();
        if (Arrays.stream(g).anyMatch(axis -> axis.length < reach)) {
            throw new IllegalArgumentException("an acceleration must reach as far as the signal: samples=" + reach
                    + ", shortest="
                    + Arrays.stream(g).mapToInt(axis -> axis.length).min().getAsInt());
        }
        for (int w = 0; w < grid.windows(); w++) {
            for (double[] axis : g) {
                if (range(axis, grid.firstSample(w)) > ACCELERATION_G) {
                    moved.set(w);
                }
            }
        }
        return new ArtifactDetection(rate, grid, filter, new Extras(extras.age, extras.heartbeat, moved));
    }

    private double range(double[] x, int first) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int n = first; n < first + grid.windowSamples(); n++) {
            low = Math.min(low, x[n]);
            high = Math.max(high, x[n]);
        }
        return high - low;
    }

    /**
     * @param names canonical electrode names
     * @param microvolts for each of them the signal that is scored
     * @param facts for each of them what the unfiltered signal shows
     * @param shortestSamples gapless stretches shorter than this cannot be filtered
     */
    public ArtifactFlags detect(
            List<String> names, double[][] microvolts, List<WindowFacts> facts, int shortestSamples) {
        var flags = new ArtifactFlags(microvolts.length, grid.windows());
        FirFilter fast = FirFilter.highPass(rate, MUSCLE_LOW_HERTZ);
        for (int c = 0; c < microvolts.length; c++) {
            flagAmplitudeAndSteps(flags, c, microvolts[c]);
            flagMuscle(flags, c, filter.apply(fast, microvolts[c]));
            flagFacts(flags, c, facts.get(c));
            flagHeartbeat(flags, c, microvolts[c]);
        }
        flagDrift(flags, facts);
        flagEyes(flags, names, microvolts);
        flagMovement(flags, microvolts.length);
        flagShortStretches(flags, microvolts.length, shortestSamples);
        return flags;
    }

    private void flagAmplitudeAndSteps(ArtifactFlags flags, int channel, double[] x) {
        int lag = Math.max(1, (int) Math.round(STEP_SECONDS * rate.hertz()));
        for (int w = 0; w < grid.windows(); w++) {
            int first = grid.firstSample(w);
            boolean begins = w == 0 || grid.stretch(w) != grid.stretch(w - 1);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double step = 0;
            for (int n = first; n < first + grid.windowSamples(); n++) {
                low = Math.min(low, x[n]);
                high = Math.max(high, x[n]);
                if (!begins || n >= first + lag) {
                    step = Math.max(step, Math.abs(x[n] - x[n - lag]));
                }
            }
            // a value that is no number is never within a limit
            if (!(high - low <= extras.age.amplitudeMicrovolts())) {
                flags.flag(channel, w, ArtifactKind.AMPLITUDE);
            }
            if (step > STEP_MICROVOLTS) {
                flags.flag(channel, w, ArtifactKind.STEP);
            }
        }
    }

    /** RMS above 30 Hz, scored against the channel's own session: distance from the median over 1.4826 MAD. */
    private void flagMuscle(ArtifactFlags flags, int channel, double[] fast) {
        double[] rms = new double[grid.windows()];
        for (int w = 0; w < rms.length; w++) {
            double squares = 0;
            for (int n = grid.firstSample(w); n < grid.firstSample(w) + grid.windowSamples(); n++) {
                squares += fast[n] * fast[n];
            }
            rms[w] = Math.sqrt(squares / grid.windowSamples());
        }
        double deviation = RobustStatistics.MAD_TO_DEVIATION * RobustStatistics.medianAbsoluteDeviation(rms);
        double[] scores = RobustStatistics.scores(rms, deviation);
        for (int w = 0; w < scores.length; w++) {
            if (scores[w] > MUSCLE_SCORE) {
                flags.flag(channel, w, ArtifactKind.MUSCLE);
            }
        }
    }

    private void flagHeartbeat(ArtifactFlags flags, int channel, double[] x) {
        boolean[] shown = extras.heartbeat.map(beats -> beats.windows(x, grid)).orElse(new boolean[grid.windows()]);
        for (int w = 0; w < shown.length; w++) {
            if (shown[w]) {
                flags.flag(channel, w, ArtifactKind.HEARTBEAT);
            }
        }
    }

    private void flagFacts(ArtifactFlags flags, int channel, WindowFacts facts) {
        for (int w = 0; w < grid.windows(); w++) {
            if (facts.isFlat(w)) {
                flags.flag(channel, w, ArtifactKind.FLAT);
            }
            if (facts.isClipped(w)) {
                flags.flag(channel, w, ArtifactKind.CLIPPING);
            }
        }
    }

    /** The slope is linear in the signal: that of the average-referenced signal is the slope less the mean slope. */
    private void flagDrift(ArtifactFlags flags, List<WindowFacts> facts) {
        for (int w = 0; w < grid.windows(); w++) {
            double sum = 0;
            for (WindowFacts channel : facts) {
                sum += channel.microvoltsPerSecond(w);
            }
            for (int c = 0; c < facts.size(); c++) {
                double slope = facts.get(c).microvoltsPerSecond(w) - sum / facts.size();
                if (Math.abs(slope) > DRIFT_MICROVOLTS_PER_SECOND) {
                    flags.flag(c, w, ArtifactKind.DRIFT);
                }
            }
        }
    }

    private void flagEyes(ArtifactFlags flags, List<String> names, double[][] x) {
        var eyes = new EyeArtifacts(rate, filter.gapless());
        int fp1 = names.contains("Fp1") ? names.indexOf("Fp1") : names.indexOf("Fp2");
        int fp2 = names.contains("Fp2") ? names.indexOf("Fp2") : fp1;
        int cz = names.indexOf("Cz");
        if (fp1 >= 0 && cz >= 0) {
            FirFilter slow = FirFilter.bandPass(rate, BLINK_LOW_HERTZ, BLINK_HIGH_HERTZ);
            flag(
                    flags,
                    eyes.blinks(filter.apply(slow, x[fp1]), filter.apply(slow, x[fp2]), filter.apply(slow, x[cz])),
                    List.of(fp1, fp2),
                    ArtifactKind.BLINK);
        }
        int f7 = names.indexOf("F7");
        int f8 = names.indexOf("F8");
        if (f7 >= 0 && f8 >= 0) {
            flag(flags, eyes.glances(x[f7], x[f8]), List.of(f7, f8), ArtifactKind.LATERAL_EYE_MOVEMENT);
        }
    }

    private void flag(ArtifactFlags flags, List<Stretch> extents, List<Integer> channels, ArtifactKind kind) {
        for (Stretch extent : extents) {
            for (int n = extent.firstSample(); n < extent.firstSample() + extent.samples(); n++) {
                int window = grid.windowAt(n);
                for (int channel : channels) {
                    if (window >= 0) {
                        flags.flag(channel, window, kind);
                    }
                }
            }
        }
    }

    private void flagMovement(ArtifactFlags flags, int channels) {
        for (int w = 0; w < grid.windows(); w++) {
            int outside = 0;
            for (int c = 0; c < channels; c++) {
                outside += flags.has(c, w, ArtifactKind.AMPLITUDE) ? 1 : 0;
            }
            boolean moved = extras.moved.get(w) || outside >= MOVEMENT_SHARE * channels;
            for (int c = 0; c < channels && moved; c++) {
                flags.flag(c, w, ArtifactKind.MOVEMENT);
            }
        }
    }

    private void flagShortStretches(ArtifactFlags flags, int channels, int shortestSamples) {
        for (Stretch stretch : filter.gapless()) {
            if (stretch.samples() < shortestSamples) {
                for (int w = 0; w < grid.windows(); w++) {
                    int first = grid.firstSample(w);
                    boolean inside =
                            first >= stretch.firstSample() && first < stretch.firstSample() + stretch.samples();
                    for (int c = 0; c < channels && inside; c++) {
                        flags.flag(c, w, ArtifactKind.SHORT_STRETCH);
                    }
                }
            }
        }
    }
}
