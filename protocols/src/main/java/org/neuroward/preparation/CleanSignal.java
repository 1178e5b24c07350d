package org.neuroward.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuroward.artifact.ArtifactDetection;
import org.neuroward.artifact.ArtifactFlags;
import org.neuroward.artifact.Drowsiness;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.reference.AverageReference;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SamplingRate;

/**
 * The good channels in the average reference, with what is clean of them.
 *
 * <p>Required are the electrodes of the screening set that were recorded and are good: a window with an artifact in any of
 * them enters no spectrum. An artifact in any other channel takes the window from that channel alone.
 */
public final class CleanSignal {

    private final SamplingRate rate;
    private final WindowGrid grid;
    private final List<String> names;
    private final double[][] microvolts;
    private final double[][] mastoids;
    private final ArtifactFlags flags;
    private final Drowsiness drowsiness;

    private CleanSignal(
            SamplingRate rate,
            WindowGrid grid,
            List<String> names,
            double[][] microvolts,
            double[][] mastoids,
            ArtifactFlags flags,
            Drowsiness drowsiness) {
        this.rate = rate;
        this.grid = grid;
        this.names = names;
        this.microvolts = microvolts;
        this.mastoids = mastoids;
        this.flags = flags;
        this.drowsiness = drowsiness;
    }

    /**
     * @param good positions in {@code pass} of the good channels
     * @param names their canonical names
     * @param eyesClosed for each window
     */
    static CleanSignal of(
            FirstPass pass,
            List<Integer> good,
            List<String> names,
            SamplingRate rate,
            WindowGrid grid,
            boolean[] eyesClosed) {
        double[][] microvolts = good.stream().map(pass::filtered).toArray(double[][]::new);
        double[][] mastoids = againstTheirMean(pass.mastoids(), microvolts);
        AverageReference.apply(microvolts);
        ArtifactFlags flags = new ArtifactDetection(rate, grid, pass.filter())
                .detect(names, microvolts, good.stream().map(pass::windowFacts).toList(), pass.shortestSamples());
        double[][] occipital = IntStream.range(0, names.size())
                .filter(c -> names.get(c).equals("O1") || names.get(c).equals("O2"))
                .mapToObj(c -> microvolts[c])
                .toArray(double[][]::new);
        Drowsiness drowsiness = Drowsiness.find(occipital, rate, grid, eyesClosed);
        return new CleanSignal(rate, grid, List.copyOf(names), microvolts, mastoids, flags, drowsiness);
    }

    public SamplingRate rate() {
        return rate;
    }

    public WindowGrid grid() {
        return grid;
    }

    public List<String> names() {
        return names;
    }

    /** 0.5–45 Hz, average reference; not a copy. */
    public double[] microvolts(int channel) {
        return microvolts[channel];
    }

    /**
     * M1 and M2 as {@link #microvolts}; not copies. Empty when they were not both recorded with usable signal. Artifacts are not
     * looked for in them.
     */
    public Optional<double[][]> findMastoids() {
        return mastoids.length == 0 ? Optional.empty() : Optional.of(mastoids.clone());
    }

    public ArtifactFlags flags() {
        return flags;
    }

    public List<Integer> required() {
        List<Integer> required = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            if (Electrodes.SCREEN_19.contains(names.get(c))) {
                required.add(c);
            }
        }
        return required;
    }

    public Drowsiness drowsiness() {
        return drowsiness;
    }

    /** For each window whether it belongs to the condition, is awake, and is clean in all required channels. */
    public boolean[] cleanWindows(boolean[] ofCondition) {
        boolean[] clean = ofCondition.clone();
        List<Integer> required = required();
        for (int w = 0; w < clean.length; w++) {
            clean[w] &= !drowsiness.isDrowsy(w);
            for (int c : required) {
                clean[w] &= flags.isClean(c, w);
            }
        }
        return clean;
    }

    /** The same with the channel's own artifacts, which matters for one that is not required. */
    public boolean[] cleanWindows(boolean[] cleanInRequired, int channel) {
        boolean[] clean = cleanInRequired.clone();
        for (int w = 0; w < clean.length; w++) {
            clean[w] &= flags.isClean(channel, w);
        }
        return clean;
    }

    /** None when one of them holds what is no number, or nothing at all. */
    static double[][] againstTheirMean(double[][] mastoids, double[][] scalp) {
        double[][] against = new double[mastoids.length][];
        for (int m = 0; m < mastoids.length; m++) {
            against[m] = mastoids[m].clone();
            double largest = 0;
            for (double x : mastoids[m]) {
                largest = Math.max(largest, Math.abs(x));
            }
            // Math.max passes a NaN on; what is not a number is not above zero either
            if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
                return new double[0][];
            }
        }
        for (int n = 0; against.length > 0 && n < against[0].length; n++) {
            double sum = 0;
            for (double[] channel : scalp) {
                sum += channel[n];
            }
            for (double[] mastoid : against) {
                mastoid[n] -= sum / scalp.length;
            }
        }
        return against;
    }
}
