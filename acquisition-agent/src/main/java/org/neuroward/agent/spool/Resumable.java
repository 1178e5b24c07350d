package org.neuroward.agent.spool;

import java.util.List;
import java.util.Optional;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.Losses;

/**
 * Where a recording stands that an earlier run of the agent left open: enough to go on with it.
 *
 * @param samples sample indexes of each stream so far, gaps included, in the order of stream numbers
 * @param lastTime of the last samples or gap; of the description when there are none
 * @param lastClock the newest reading of the clocks, with its frame's time
 * @param losses so far
 * @param lastEvents the remarks of the newest segments, in the order of writing
 */
public record Resumable(
        Description description,
        List<Long> samples,
        FrameTime lastTime,
        Optional<TimedReading> lastClock,
        Losses losses,
        List<Event> lastEvents) {

    /** @param time of the frame that carried the reading */
    public record TimedReading(FrameTime time, ClockReading reading) {}

    public Resumable {
        samples = List.copyOf(samples);
        lastEvents = List.copyOf(lastEvents);
    }
}
