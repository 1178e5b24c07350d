package org.neuroward.drill.bed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.drill.RunningClinic;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.LogReader;

/**
 * What a dead server's disk holds, against what it had acknowledged and what the beds had sent.
 *
 * @param blocks of all recordings
 * @param acknowledged blocks, as the beds were told
 * @param lost acknowledged and not there
 * @param wrong counts that are not the source's
 * @param misplaced blocks that do not begin where the one before ends
 */
public record StoredBlocks(int recordings, long blocks, long acknowledged, long lost, long wrong, long misplaced) {

    public static StoredBlocks of(RunningClinic clinic, List<BedInProcess> beds) throws IOException {
        Path logs = clinic.dataFolder().resolve("recordings/log");
        var sum = new StoredBlocks(0, 0, 0, 0, 0, 0);
        for (BedInProcess bed : beds) {
            Optional<UUID> recording = bed.recordingId();
            if (recording.isPresent()) {
                sum = sum.plus(read(logs, recording.get(), bed));
            }
        }
        return sum;
    }

    private static StoredBlocks read(Path logs, UUID recording, BedInProcess bed) throws IOException {
        long wrong = 0;
        long misplaced = 0;
        long nextSample = 0;
        long frames = 0;
        try (LogReader log = LogReader.open(logs, recording, 0)) {
            for (Optional<Frame> frame = log.next(); frame.isPresent(); frame = log.next()) {
                if (frame.get().content() instanceof Samples samples) {
                    misplaced += frame.get().firstSample() == nextSample ? 0 : 1;
                    wrong += bed.signal().wrong(samples, frame.get().firstSample());
                    nextSample = frame.get().firstSample() + frame.get().sampleCount();
                }
                frames++;
            }
        }
        // Frame 0 is the description.
        long acknowledged = Math.max(0, bed.ackedFrames() - 1);
        return new StoredBlocks(1, frames - 1, acknowledged, Math.max(0, bed.ackedFrames() - frames), wrong, misplaced);
    }

    private StoredBlocks plus(StoredBlocks other) {
        return new StoredBlocks(
                recordings + other.recordings,
                blocks + other.blocks,
                acknowledged + other.acknowledged,
                lost + other.lost,
                wrong + other.wrong,
                misplaced + other.misplaced);
    }
}
