package org.neuroward.fuzz;

import java.util.List;
import org.neuroward.brainvision.BrainVisionFuzz;
import org.neuroward.edf.EdfCopyFuzz;
import org.neuroward.edf.EdfFuzz;
import org.neuroward.eeglab.EeglabFuzz;
import org.neuroward.wire.FrameFuzz;
import org.neuroward.wire.RecordingLogFuzz;

/** Every reader of files and frames; a new one takes its place here. */
final class FuzzReaders {

    private FuzzReaders() {}

    static List<FuzzedReader> all() {
        return List.of(
                new EdfFuzz(),
                new EdfCopyFuzz(),
                new BrainVisionFuzz(),
                new EeglabFuzz(),
                new FrameFuzz(),
                new RecordingLogFuzz());
    }
}
