package org.neuroward.agent;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Run;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.StreamLayout;

/**
 * Where a run of an amplifier lies in its recording. Of a file and of a simulated patient it is known beforehand; of a living
 * one it is found out when the first samples come: by the device's own counter where it goes on, else by time.
 */
final class Placement {

    /** A counter that says something else than the clock by more than this was set back in between. */
    private static final double COUNTER_MAY_DIFFER_SECONDS = 2;

    private static final double COUNTER_MAY_DIFFER = 0.01;

    private final List<StreamLayout.Stream> streams;
    private final Standing before;
    private final SessionNote note;
    private final GapCause cause;
    private final HostClock clock;
    private long[] first;
    private boolean exact = true;
    private OptionalLong deviceSample = OptionalLong.empty();

    private Placement(Standing before, SessionNote note, GapCause cause, HostClock clock) {
        this.streams = before.layout().streams();
        this.before = before;
        this.note = note;
        this.cause = cause;
        this.clock = clock;
    }

    /** Known: where {@code run} resumes. */
    static Placement of(Run.Session run, Standing before, SessionNote note, GapCause cause) {
        var placement = new Placement(before, note, cause, null);
        placement.first = placement.streams.stream()
                .mapToLong(stream -> run.firstSample(stream.rate()))
                .toArray();
        return placement;
    }

    /** To be found out: after everything that the recording has, and by as much as the time that passed. */
    static Placement later(Standing before, SessionNote note, GapCause cause, HostClock clock) {
        return new Placement(before, note, cause, clock);
    }

    boolean known() {
        return first != null;
    }

    /** The recording's index of the run's sample 0. */
    long first(int stream) {
        return first[stream];
    }

    /** What the samples between the recording's last one and this run are. */
    Missing missing() {
        return new Missing(cause, exact);
    }

    /** The recording's time at which the run begins. */
    Duration origin() {
        return rate(0).timeOf(first[0]);
    }

    /** The recording's index minus the device's own number of the same sample; empty without such a number. */
    OptionalLong counterOffset() {
        return known() && deviceSample.isPresent()
                ? OptionalLong.of(first[0] - deviceSample.getAsLong())
                : OptionalLong.empty();
    }

    /** The device's own number of the run's sample 0 in stream 0, said at {@code nowNanos}. */
    void counter(long deviceNumber, long nowNanos) {
        deviceSample = OptionalLong.of(deviceNumber);
        if (known() || note.counterOffset().isEmpty()) {
            return;
        }
        long index = deviceNumber + note.counterOffset().getAsLong();
        Duration dead = before.since(nowNanos, note, clock);
        double guess = seconds(before.inAnyStream()) + seconds(dead);
        double differs = Math.abs(index / rate(0).hertz() - guess);
        if (index >= before.samples().getFirst()
                && differs <= COUNTER_MAY_DIFFER_SECONDS + COUNTER_MAY_DIFFER * seconds(dead)) {
            place(index);
        }
    }

    /** Something came: {@code endSample} of the run's {@code stream}, exclusive, at {@code nowNanos}. */
    void arrive(int stream, long endSample, long nowNanos) {
        if (known()) {
            return;
        }
        double dead = seconds(before.since(nowNanos, note, clock));
        double origin =
                seconds(before.inAnyStream()) + dead - endSample / rate(stream).hertz();
        // Something is lost whenever a live device was not read, even if the clocks cannot tell how much.
        long atLeast = before.samples().getFirst() + 1;
        exact = false;
        place(Math.max(atLeast, Math.round(origin * rate(0).hertz())));
    }

    private void place(long index) {
        first = new long[streams.size()];
        first[0] = index;
        for (int stream = 1; stream < first.length; stream++) {
            double same = index / rate(0).hertz() * rate(stream).hertz();
            first[stream] = Math.max(before.samples().get(stream), (long) Math.ceil(same - 1e-3));
        }
    }

    private SamplingRate rate(int stream) {
        return streams.get(stream).rate();
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
