package org.neuroward.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.neuroward.agent.clock.ClockWatch;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Impedances;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Losses;
import org.neuroward.wire.StreamLayout;

/**
 * Writes what an amplifier delivers into the spool, and the blocks of the session's plan with it. The amplifier may be run
 * several times for one recording: what lies between two runs is a gap.
 *
 * <p>The event of a block is written when its first sample comes, with the planned duration and marked as planned: readers
 * end it with the recording. So no marker waits for a server or is lost with one. Belongs to one thread.
 */
final class Recorder {

    private final SpooledRecording spooled;
    private final FrameContent.Description description;
    private final List<StreamLayout.Stream> streams;
    private final PlanMarks plan;
    private final HostClock clock;
    private final Clocks clocks;
    private final ClockWatch clockWatch;
    private final LossCount losses;
    private final long[] next;
    private final StopLine stopLine;
    private final boolean[] joined;
    private List<Event> known;
    private Placement placement;
    private Optional<Contacts> contacts = Optional.empty();
    private final Standing from;
    private FrameTime last;
    private boolean begun;
    private boolean tallied;
    private boolean ended;

    /** @param from how far the recording is */
    Recorder(SpooledRecording spooled, Standing from, SessionNote note, HostClock clock, Clocks clocks) {
        this.spooled = spooled;
        this.description = from.description();
        this.streams = from.layout().streams();
        this.clock = clock;
        this.clocks = clocks;
        this.clockWatch = new ClockWatch(clock);
        this.losses = new LossCount(from.losses());
        this.next = from.samples().stream().mapToLong(Long::longValue).toArray();
        this.stopLine = new StopLine(streams);
        this.joined = new boolean[next.length];
        this.plan = new PlanMarks(note.instructions(), rate(0), next[0], from.tail());
        this.known = from.tail();
        this.last = from.last();
        this.from = from;
    }

    /** A run of the amplifier begins. */
    void join(Placement of) {
        placement = of;
        Arrays.fill(joined, false);
    }

    UUID recordingId() {
        return spooled.recordingId();
    }

    FrameContent.Description description() {
        return description;
    }

    boolean ended() {
        return ended;
    }

    Losses losses() {
        return losses.losses();
    }

    /** How far the recording is, to be joined by another run. */
    Standing standing() {
        if (!begun) {
            return from;
        }
        var samples = Arrays.stream(next).boxed().toList();
        Optional<java.time.Instant> wall = Optional.of(clock.wall().minusNanos(clock.nanos() - last.hostNanos()));
        return new Standing(description, samples, last, wall, known, losses());
    }

    /** See {@link Placement#counterOffset}. */
    OptionalLong counterOffset() {
        return placement == null ? OptionalLong.empty() : placement.counterOffset();
    }

    void counter(long deviceSample) {
        placement.counter(deviceSample, clock.nanos());
    }

    /** Writes a block; the index in the recording of its first sample. */
    long block(SampleBlock block, long hostNanos) {
        int stream = block.stream();
        long first = place(stream, block.firstSample(), block.sampleCount(), hostNanos);
        int known = (int) Math.min(block.sampleCount(), Math.max(0, next[stream] - first));
        int count = untilStop(stream, block.sampleCount() - known);
        int most = Frame.LARGEST_PAYLOAD_BYTES / (Integer.BYTES * block.channels());
        for (int from = known; from < known + count; from += most) {
            int samples = Math.min(most, known + count - from);
            long nanos = block.deviceNanos() + rate(stream).timeOf(from).toNanos();
            var content = new Samples(block.slice(from, samples, nanos).counts());
            advance(stream, samples, new FrameTime(inRecording(nanos), hostNanos), content);
        }
        endWhenStopped();
        return first;
    }

    void gap(Delivery.Gap gap) {
        long hostNanos = gap.time().hostNanos();
        long first = place(gap.stream(), gap.firstSample(), gap.sampleCount(), hostNanos);
        int known = (int) Math.min(gap.sampleCount(), Math.max(0, next[gap.stream()] - first));
        var time = new FrameTime(inRecording(gap.time().deviceNanos()), hostNanos);
        miss(gap.stream(), gap.sampleCount() - known, gap.missing(), time);
        endWhenStopped();
    }

    /** Finds out where a delivery lies, with the gap before it if it is the first one of its run. */
    private long place(int stream, long firstOfRun, int count, long hostNanos) {
        placement.arrive(stream, firstOfRun + count, hostNanos);
        if (!joined[stream]) {
            joined[stream] = true;
            long hole = placement.first(stream) - next[stream];
            var time = new FrameTime(rate(stream).timeOf(next[stream]).toNanos(), hostNanos);
            while (hole > 0 && untilStop(stream, 1) > 0) {
                int some = (int) Math.min(Integer.MAX_VALUE, hole);
                miss(stream, some, placement.missing(), time);
                hole -= some;
            }
        }
        long first = placement.first(stream) + firstOfRun;
        if (first > next[stream] && untilStop(stream, 1) > 0) {
            throw new IllegalStateException("an amplifier must number samples without holes: stream=" + stream
                    + ", expected=" + next[stream] + ", delivered=" + first);
        }
        return first;
    }

    private void miss(int stream, int count, Missing missing, FrameTime time) {
        int some = untilStop(stream, count);
        if (some > 0) {
            advance(stream, some, time, missing);
            losses.missing(stream, some);
            if (!missing.exact()) {
                clocks.guessed();
            }
        }
    }

    /** A remark of the source itself. */
    void annotation(Annotation annotation) {
        Duration onset = placement.known() ? annotation.onset().plus(placement.origin()) : rate(0).timeOf(next[0]);
        var event = new Event(onset, annotation.duration(), annotation.text(), false);
        if (known.contains(event)) {
            // A source that is read again says again what it said before the agent was killed.
            var rest = new ArrayList<>(known);
            rest.remove(event);
            known = List.copyOf(rest);
        } else {
            append(event, here());
        }
    }

    /** A remark of the technician, at the next sample. */
    void marker(String text) {
        append(new Event(rate(0).timeOf(next[0]), Optional.empty(), text, false), here());
    }

    /** Is written with the next reading of the clocks: a device that sends rubbish must not fill the disk with counts of it. */
    void tally(Delivery.Tallied more) {
        losses.tally(more);
        tallied = true;
    }

    private void writeTally() {
        if (tallied) {
            tallied = false;
            append(losses.tally(), here());
        }
    }

    /** Ends the recording where the next whole second since its start is complete. */
    void stop() {
        stopLine.draw(next);
        endWhenStopped();
    }

    /** Whose impedances are written with the recording, each time that there are new ones. */
    void watch(Contacts of) {
        contacts = Optional.of(of);
        of.unwrite();
        write(of.findUnwritten());
    }

    private void write(Optional<List<Impedance>> measured) {
        if (measured.isPresent()) {
            append(new Impedances(measured.get()), here());
        }
    }

    /** Something was measured. */
    void measured() {
        write(contacts.flatMap(Contacts::findDue));
    }

    /** Ends the recording with the samples that it has. */
    void end(EndReason reason) {
        if (!ended) {
            write(contacts.flatMap(Contacts::findUnwritten));
            writeTally();
            append(new FrameContent.End(reason, Arrays.stream(next).boxed().toList()), here());
            ended = true;
        }
    }

    private int untilStop(int stream, int count) {
        return stopLine.before(stream, next[stream], count);
    }

    private void advance(int stream, int count, FrameTime time, FrameContent content) {
        last = time;
        begun = true;
        if (stream == 0) {
            for (Event block : plan.before(next[0] + count)) {
                append(block, FramePosition.at(0, rate(0).samplesIn(block.onset())));
            }
            if (clockWatch.dueReading().isPresent()) {
                append(clocks.reading(), here());
                writeTally();
            }
        }
        spooled.append(content, new FramePosition(stream, 0, next[stream], count), time);
        next[stream] += count;
    }

    private void endWhenStopped() {
        if (stopLine.reached(next)) {
            end(EndReason.STOPPED);
        }
    }

    private void append(FrameContent content, FramePosition position) {
        spooled.append(content, position, new FrameTime(last.deviceNanos(), clock.nanos()));
    }

    /** The device's time from the start of the recording; the run counts from its own. */
    private long inRecording(long runNanos) {
        return placement.origin().toNanos() + runNanos;
    }

    private FramePosition here() {
        return FramePosition.at(0, next[0]);
    }

    private SamplingRate rate(int stream) {
        return streams.get(stream).rate();
    }

    /** Signal time recorded, gaps included. */
    Duration recorded() {
        return rate(0).timeOf(next[0]);
    }
}
