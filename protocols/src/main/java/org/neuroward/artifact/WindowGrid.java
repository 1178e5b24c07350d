package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.List;

/**
 * The one-second windows of a recording: consecutive within a stretch, and no window reaches over the end of one. Sample
 * positions count the recorded samples of the signal arrays. Immutable.
 */
public final class WindowGrid {

    private final int windowSamples;
    private final int[] firstSamples;
    private final int[] stretches;

    private WindowGrid(int windowSamples, int[] firstSamples, int[] stretches) {
        this.windowSamples = windowSamples;
        this.firstSamples = firstSamples;
        this.stretches = stretches;
    }

    /** Samples in a row that belong together. @param firstSample position in the signal arrays */
    public record Stretch(int firstSample, int samples) {}

    /** Cuts each stretch into whole windows from its beginning; what remains at its end is left out. */
    public static WindowGrid over(List<Stretch> stretches, int windowSamples) {
        List<int[]> windows = new ArrayList<>();
        for (int s = 0; s < stretches.size(); s++) {
            Stretch stretch = stretches.get(s);
            for (int w = 0; w < stretch.samples() / windowSamples; w++) {
                windows.add(new int[] {stretch.firstSample() + w * windowSamples, s});
            }
        }
        return new WindowGrid(
                windowSamples,
                windows.stream().mapToInt(w -> w[0]).toArray(),
                windows.stream().mapToInt(w -> w[1]).toArray());
    }

    public int windows() {
        return firstSamples.length;
    }

    public int windowSamples() {
        return windowSamples;
    }

    public int firstSample(int window) {
        return firstSamples[window];
    }

    /** Index of the stretch that the window lies in. */
    public int stretch(int window) {
        return stretches[window];
    }

    /** The window that holds sample {@code position}, or -1. */
    int windowAt(int position) {
        int found = java.util.Arrays.binarySearch(firstSamples, position);
        int window = found >= 0 ? found : -found - 2;
        return window >= 0 && position < firstSamples[window] + windowSamples ? window : -1;
    }

    /**
     * Beginnings of epochs of {@code length} windows, {@code step} windows apart, that lie within one run of chosen windows of
     * one stretch; runs are cut from their beginning.
     */
    public int[] epochs(boolean[] chosen, int length, int step) {
        List<Integer> epochs = new ArrayList<>();
        int run = 0;
        for (int w = 0; w < windows(); w++) {
            boolean continued = w > 0 && stretches[w] == stretches[w - 1] && chosen[w - 1];
            run = chosen[w] ? (continued ? run + 1 : 1) : 0;
            if (run >= length && (run - length) % step == 0) {
                epochs.add(firstSamples[w - length + 1]);
            }
        }
        return epochs.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Number of chosen windows that at least one of these epochs covers. */
    public int windowsCovered(boolean[] chosen, int length, int step) {
        boolean[] covered = new boolean[windows()];
        for (int first : epochs(chosen, length, step)) {
            int window = windowAt(first);
            java.util.Arrays.fill(covered, window, window + length, true);
        }
        int count = 0;
        for (boolean c : covered) {
            count += c ? 1 : 0;
        }
        return count;
    }
}
