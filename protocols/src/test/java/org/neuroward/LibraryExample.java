package org.neuroward;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.neuroward.complexity.MultiscaleEntropy;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.connectivity.CrossSpectra;
import org.neuroward.filter.FirFilter;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;
import org.neuroward.spectrum.AperiodicFit;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** The example of the library's README. */
final class LibraryExample {

    private LibraryExample() {}

    // README: example
    static void describe(Path path, PrintStream out) throws IOException {
        try (RecordingFile file = RecordingFile.open(path)) {
            Recording recording = file.recording();
            SamplingRate rate = recording.channels().getFirst().rate();
            Segment stretch = recording.segments(0).getFirst(); // up to the first gap
            double[][] microvolts = new double[2][Math.toIntExact(stretch.count())];
            for (int channel = 0; channel < 2; channel++) {
                recording.microvolts(channel, stretch.firstSample(), microvolts[channel]);
            }

            double[][] filtered = FirFilter.bandPass(rate, 0.5, 45).apply(microvolts);
            WelchEstimator welch = WelchEstimator.resting(rate); // two seconds, Hann
            int[] epochs = new Segment(0, stretch.count()).epochs(welch.epochSamples(), welch.epochSamples() / 2);
            PowerSpectrum spectrum = welch.estimate(filtered[0], epochs);
            Band alpha = new Band("alpha", 8, 13);

            out.println("alpha power, µV²: " + spectrum.power(alpha));
            out.println("aperiodic component: " + AperiodicFit.of(spectrum));
            out.println("debiased wPLI², alpha: "
                    + CrossSpectra.of(filtered, rate, epochs, welch.epochSamples(), List.of(alpha))
                            .band(ConnectivityMeasure.DEBIASED_WEIGHTED_PHASE_LAG_INDEX, alpha)
                            .find(0, 1));
            out.println("complexity index: "
                    + MultiscaleEntropy.of(filtered[0], 2, 0.2, 20).complexityIndex());
        }
    }
    // README: end
}
