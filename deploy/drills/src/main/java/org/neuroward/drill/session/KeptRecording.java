package org.neuroward.drill.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.SampleComparison;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Recording;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.LogReader;

/**
 * What the server kept of one recording.
 *
 * @param comparison of the sealed file with the source
 * @param gaps stretches that the sealed file says are missing
 * @param doubled frames in the server's log that came a second time, or hold samples that an earlier one held
 * @param seconds length of the sealed file, gaps included
 */
public record KeptRecording(
        BedSource source, UUID id, SampleComparison comparison, int gaps, long doubled, double seconds) {

    public static KeptRecording of(RunningClinic clinic, BedSource source, UUID id) throws IOException {
        Path sealed = clinic.sealedFile(id.toString());
        try (EdfRecording kept = EdfRecording.open(sealed);
                Recording expected = source.open(kept.samples(0))) {
            double hertz = kept.channels().getFirst().rate().hertz();
            return new KeptRecording(
                    source,
                    id,
                    SampleComparison.of(kept, expected),
                    kept.gaps(0).size(),
                    doubled(clinic.dataFolder().resolve("recordings/log"), id),
                    kept.samples(0) / hertz);
        }
    }

    private static long doubled(Path logs, UUID id) throws IOException {
        long doubled = 0;
        long nextFrame = 0;
        Map<Integer, Long> nextSamples = new HashMap<>();
        try (LogReader log = LogReader.open(logs, id, 0)) {
            for (Optional<Frame> frame = log.next(); frame.isPresent(); frame = log.next()) {
                Frame kept = frame.get();
                boolean known = kept.index() < nextFrame;
                if (kept.type() == FrameType.DATA || kept.type() == FrameType.GAP) {
                    known |= kept.firstSample() < nextSamples.getOrDefault(kept.stream(), 0L);
                    nextSamples.put(kept.stream(), kept.firstSample() + kept.sampleCount());
                }
                doubled += known ? 1 : 0;
                nextFrame = kept.index() + 1;
            }
        }
        return doubled;
    }
}
