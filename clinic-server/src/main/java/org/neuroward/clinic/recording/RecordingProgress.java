package org.neuroward.clinic.recording;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;

/**
 * How far a recording has come, from the frames received.
 *
 * @param recorded time from its first sample to behind the last one received, gaps included
 * @param gaps in the order in which they were reported
 */
public record RecordingProgress(Duration recorded, List<Event> events, List<LocatedGap> gaps) {

    public RecordingProgress {
        Objects.requireNonNull(recorded);
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    /** Missing samples of one stream. @param length in signal time */
    public record LocatedGap(
            int stream, long firstSample, long samples, Duration onset, Duration length, Missing missing) {

        /** The samples of both at the place of this one. */
        LocatedGap with(LocatedGap further) {
            return new LocatedGap(
                    stream, firstSample, samples + further.samples, onset, length.plus(further.length), missing);
        }
    }

    /** Missing samples, summed over streams. */
    public long gapSamples() {
        return gaps.stream().mapToLong(LocatedGap::samples).sum();
    }
}
