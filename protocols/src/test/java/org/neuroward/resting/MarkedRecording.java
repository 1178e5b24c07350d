package org.neuroward.resting;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;

/** A recording with other annotations than its own. */
record MarkedRecording(Recording recording, List<Annotation> annotations) implements Recording {

    @Override
    public List<Channel> channels() {
        return recording.channels();
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return recording.startTime();
    }

    @Override
    public long samples(int channel) {
        return recording.samples(channel);
    }

    @Override
    public List<Gap> gaps(int channel) {
        return recording.gaps(channel);
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) throws IOException {
        recording.counts(channel, firstSample, into);
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
