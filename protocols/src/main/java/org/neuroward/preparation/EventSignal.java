package org.neuroward.preparation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.artifact.StretchFilter;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;
import org.neuroward.preparation.ChannelSelection.Chosen;
import org.neuroward.reference.AverageReference;
import org.neuroward.signal.Recording;

/**
 * The good channels of a prepared recording once more, filtered for what events evoke, which is slower than what spectra are made
 * of. What is clean of them was found in the preparation.
 */
public final class EventSignal {

    private final RecordedSignal signal;
    private final CleanSignal clean;
    private final double[][] microvolts;
    private final double[][] mastoids;
    private final int filterSamples;

    private EventSignal(
            RecordedSignal signal, CleanSignal clean, double[][] microvolts, double[][] mastoids, int filterSamples) {
        this.signal = signal;
        this.clean = clean;
        this.microvolts = microvolts;
        this.mastoids = mastoids;
        this.filterSamples = filterSamples;
    }

    /**
     * @param clean of the same recording
     * @throws IOException when the recording cannot be read
     */
    public static EventSignal of(Recording recording, CleanSignal clean, double lowHertz, double highHertz)
            throws IOException {
        ChannelSelection selection = ChannelSelection.of(recording);
        var signal = new RecordedSignal(
                recording, selection.chosen().stream().map(Chosen::index).toList());
        var filter = new StretchFilter(signal.gapless());
        FirFilter band = FirFilter.bandPass(clean.rate(), lowHertz, highHertz);
        double[][] microvolts = new double[clean.names().size()][];
        for (Chosen chosen : selection.chosen()) {
            int c = clean.names().indexOf(chosen.name());
            if (c >= 0) {
                microvolts[c] = filter.apply(band, signal.microvolts(chosen.index()));
            }
        }
        boolean usable = clean.findMastoids().isPresent();
        double[][] both = new double[usable ? selection.mastoids().size() : 0][];
        for (int m = 0; m < both.length; m++) {
            both[m] = filter.apply(
                    band, signal.microvolts(selection.mastoids().get(m).index()));
        }
        double[][] mastoids = CleanSignal.againstTheirMean(both, microvolts);
        AverageReference.apply(microvolts);
        return new EventSignal(signal, clean, microvolts, mastoids, band.length());
    }

    /** Of each good channel in the average reference; not copies. */
    public double[][] microvolts() {
        return microvolts.clone();
    }

    /** M1 and M2 as {@link #microvolts}; empty when they were not both recorded with usable signal. */
    public Optional<double[][]> findMastoids() {
        return mastoids.length == 0 ? Optional.empty() : Optional.of(mastoids.clone());
    }

    /** Where samples of the recording stand in the arrays; those that were not recorded are left out. */
    public int[] positions(int[] recordingSamples) {
        return Arrays.stream(recordingSamples)
                .map(signal::position)
                .filter(position -> position >= 0)
                .toArray();
    }

    /** Where the signal goes on after something that was not recorded. */
    public int[] breaks() {
        return signal.gapless().stream().mapToInt(Stretch::firstSample).toArray();
    }

    /**
     * For each sample whether it must not enter a trial: it lies in no clean second of all required channels and of this one, or in
     * a stretch between gaps that is shorter than the filter.
     */
    public boolean[] flagged(String name) {
        WindowGrid grid = clean.grid();
        boolean[] all = new boolean[grid.windows()];
        Arrays.fill(all, true);
        boolean[] windows =
                clean.cleanWindows(clean.cleanWindows(all), clean.names().indexOf(name));
        boolean[] flagged = new boolean[signal.samples()];
        Arrays.fill(flagged, true);
        for (int w = 0; w < windows.length; w++) {
            int first = grid.firstSample(w);
            Arrays.fill(flagged, first, first + grid.windowSamples(), !windows[w]);
        }
        for (Stretch stretch : signal.gapless()) {
            if (stretch.samples() < filterSamples) {
                Arrays.fill(flagged, stretch.firstSample(), stretch.firstSample() + stretch.samples(), true);
            }
        }
        return flagged;
    }

    /** Seconds that were recorded, gaps taken out. */
    public double secondsRecorded() {
        return signal.samples() / clean.rate().hertz();
    }

    /** Names of the good channels. */
    public List<String> names() {
        return clean.names();
    }
}
