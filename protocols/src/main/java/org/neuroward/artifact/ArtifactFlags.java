package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which window of which channel shows which artifacts. Filled by {@link ArtifactDetection}. */
public final class ArtifactFlags {

    private final int[][] kinds;

    ArtifactFlags(int channels, int windows) {
        kinds = new int[channels][windows];
    }

    void flag(int channel, int window, ArtifactKind kind) {
        kinds[channel][window] |= kind.bit();
    }

    public boolean isClean(int channel, int window) {
        return kinds[channel][window] == 0;
    }

    public boolean has(int channel, int window, ArtifactKind kind) {
        return (kinds[channel][window] & kind.bit()) != 0;
    }

    public int windows() {
        return kinds.length == 0 ? 0 : kinds[0].length;
    }

    /** Artifacts of one window of one channel. */
    public Set<ArtifactKind> of(int channel, int window) {
        var found = EnumSet.noneOf(ArtifactKind.class);
        for (ArtifactKind kind : ArtifactKind.values()) {
            if (has(channel, window, kind)) {
                found.add(kind);
            }
        }
        return found;
    }

    /** For each window whether none of the channels shows an artifact in it. */
    public boolean[] cleanWindows(List<Integer> required) {
        boolean[] clean = new boolean[windows()];
        for (int w = 0; w < clean.length; w++) {
            clean[w] = true;
            for (int channel : required) {
                clean[w] &= isClean(channel, w);
            }
        }
        return clean;
    }

    /**
     * The rule for epochs: one is taken when no required channel shows any artifact in it. Gives the first sample of each.
     *
     * @param length windows of an epoch, two for epochs of two seconds
     * @param step windows from one epoch to the next
     */
    public int[] cleanEpochs(WindowGrid grid, List<Integer> required, int length, int step) {
        return grid.epochs(cleanWindows(required), length, step);
    }

    /** Percentage of the windows of a channel that are clean; 0 when there is none. */
    public double cleanPercent(int channel) {
        int clean = 0;
        for (int kind : kinds[channel]) {
            clean += kind == 0 ? 1 : 0;
        }
        return kinds[channel].length == 0 ? 0 : 100.0 * clean / kinds[channel].length;
    }

    /** An artifact with the share of all windows in which at least one of some channels shows it. */
    public record Share(ArtifactKind kind, double share) {}

    /** The kinds that occur in the channels, most frequent first, of equal ones in the order of {@link ArtifactKind}. */
    public List<Share> shares(List<Integer> channels) {
        List<Share> shares = new ArrayList<>();
        for (ArtifactKind kind : ArtifactKind.values()) {
            int windows = 0;
            for (int w = 0; w < windows(); w++) {
                windows += anyHas(channels, w, kind) ? 1 : 0;
            }
            if (windows > 0) {
                shares.add(new Share(kind, (double) windows / windows()));
            }
        }
        shares.sort((a, b) -> Double.compare(b.share(), a.share()));
        return shares;
    }

    private boolean anyHas(List<Integer> channels, int window, ArtifactKind kind) {
        for (int channel : channels) {
            if (has(channel, window, kind)) {
                return true;
            }
        }
        return false;
    }
}
