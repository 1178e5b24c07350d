package org.neuroward.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.wire.Frame;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/** The only recording of a spool, read from its folder. */
final class OneRecording {

    private OneRecording() {}

    static List<Frame> frames(Path spool) throws IOException {
        var frames = new ArrayList<Frame>();
        try (LogReader reader = LogReader.open(spool, RecordingLog.list(spool).getFirst(), 0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
