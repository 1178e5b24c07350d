package org.neuroward.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.spool.Resumable;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.Losses;
import org.neuroward.wire.StreamLayout;

/**
 * How far a recording was when nobody wrote it any more.
 *
 * @param samples indexes of each stream, gaps included
 * @param last when the last samples or gap came
 * @param wall what the wall clock showed then, as far as it is known
 * @param tail remarks that were written after the last sample, or lie there or later
 */
record Standing(
        Description description,
        List<Long> samples,
        FrameTime last,
        Optional<Instant> wall,
        List<Event> tail,
        Losses losses) {

    Standing {
        samples = List.copyOf(samples);
        tail = List.copyOf(tail);
    }

    /** A recording in which there is nothing yet. */
    static Standing nothing(Description description, FrameTime time) {
        var none = description.layout().streams().stream().map(stream -> 0L).toList();
        return new Standing(description, none, time, Optional.of(description.startedAt()), List.of(), Losses.NONE);
    }

    static Standing of(Resumable left) {
        Optional<Instant> wall = left.lastClock().map(last -> last.reading()
                .wallClock()
                .plusNanos(left.lastTime().hostNanos() - last.time().hostNanos()));
        Instant atLeast = left.description().startedAt();
        return new Standing(
                left.description(),
                left.samples(),
                left.lastTime(),
                Optional.of(wall.orElse(atLeast)),
                left.lastEvents(),
                left.losses());
    }

    StreamLayout layout() {
        return description.layout();
    }

    /** Signal time that every stream has: a source that can be read again goes on from here. */
    Duration inAllStreams() {
        Duration shortest = timeOf(0);
        for (int stream = 1; stream < samples.size(); stream++) {
            shortest = timeOf(stream).compareTo(shortest) < 0 ? timeOf(stream) : shortest;
        }
        return shortest;
    }

    /** Signal time that at least one stream has. */
    Duration inAnyStream() {
        Duration longest = timeOf(0);
        for (int stream = 1; stream < samples.size(); stream++) {
            longest = timeOf(stream).compareTo(longest) > 0 ? timeOf(stream) : longest;
        }
        return longest;
    }

    private Duration timeOf(int stream) {
        return layout().streams().get(stream).rate().timeOf(samples.get(stream));
    }

    /**
     * How long ago the last samples came: by the monotonic clock within one run of the computer, sleep added, else by the wall
     * clock. Never negative.
     *
     * @param nowNanos of the agent's monotonic clock
     */
    Duration since(long nowNanos, SessionNote note, HostClock clock) {
        Optional<String> boot = clock.findBootId();
        Duration dead;
        if (boot.isPresent() && boot.equals(note.bootId())) {
            Duration slept = SessionNote.asleep(clock).minus(note.asleep());
            dead = Duration.ofNanos(nowNanos - last.hostNanos())
                    .plus(slept.compareTo(Duration.ofSeconds(1)) > 0 ? slept : Duration.ZERO);
        } else {
            Instant now = clock.wall().minusNanos(clock.nanos() - nowNanos);
            dead = wall.map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
        }
        return dead.isNegative() ? Duration.ZERO : dead;
    }
}
