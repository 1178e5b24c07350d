package org.neuroward.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.agent.clock.ClockWatch;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.StreamLayout;

/**
 * Writes what an amplifier delivers into the spool, and the blocks of the session's plan with it.
 *
 * <p>The event of a block is written when its first sample comes, with the planned duration and marked as planned: readers
 * end it with the recording. So no marker waits for a server or is lost with one. Belongs to one thread.
 */
final class Recorder {

    private static final long NOT_STOPPING = Long.MAX_VALUE;

    private final SpooledRecording spooled;
    private final List<StreamLayout.Stream> streams;
    private final Deque<Instruction> plan;
    private final HostClock clock;
    private final ClockWatch clockWatch;
    private final long[] next;
    private final long[] stopSamples;
    private long lastDeviceNanos;
    private boolean ended;

    Recorder(SpooledRecording spooled, StreamLayout layout, List<Instruction> plan, HostClock clock) {
        this.spooled = spooled;
        this.streams = layout.streams();
        this.plan = new ArrayDeque<>(plan);
        this.clock = clock;
        this.clockWatch = new ClockWatch(clock);
        this.next = new long[streams.size()];
        this.stopSamples = new long[streams.size()];
        java.util.Arrays.fill(stopSamples, NOT_STOPPING);
    }

    UUID recordingId() {
        return spooled.recordingId();
    }

    SpooledRecording spooled() {
        return spooled;
    }

    boolean ended() {
        return ended;
    }

    void block(SampleBlock block) throws IOException {
        requireNext(block.stream(), block.firstSample());
        int count = untilStop(block.stream(), block.sampleCount());
        int most = Frame.LARGEST_PAYLOAD_BYTES / (Integer.BYTES * block.channels());
        for (int from = 0; from < count; from += most) {
            int samples = Math.min(most, count - from);
            long nanos = block.deviceNanos() + rate(block.stream()).timeOf(from).toNanos();
            advance(
                    block.stream(),
                    samples,
                    nanos,
                    new Samples(block.slice(from, samples, nanos).counts()));
        }
        endWhenStopped();
    }

    void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) throws IOException {
        requireNext(stream, firstSample);
        int count = untilStop(stream, sampleCount);
        if (count > 0) {
            advance(stream, count, deviceNanos, missing);
        }
        endWhenStopped();
    }

    /** A remark of the source itself. */
    void annotation(Annotation annotation) throws IOException {
        append(new Event(annotation.onset(), annotation.duration(), annotation.text(), false), here());
    }

    /** A remark of the technician, at the next sample. */
    void marker(String text) throws IOException {
        append(new Event(rate(0).timeOf(next[0]), Optional.empty(), text, false), here());
    }

    /** Ends the recording where the next whole second since its start is complete. */
    void stop() throws IOException {
        if (stopSamples[0] != NOT_STOPPING) {
            return;
        }
        long second = 1;
        for (int stream = 0; stream < next.length; stream++) {
            second = Math.max(
                    second, (long) Math.ceil(next[stream] / rate(stream).hertz() - 1e-9));
        }
        for (int stream = 0; stream < next.length; stream++) {
            stopSamples[stream] = (long) Math.ceil(second * rate(stream).hertz() - 1e-9);
        }
        endWhenStopped();
    }

    /** Ends the recording with the samples that it has. */
    void end(EndReason reason) throws IOException {
        if (!ended) {
            List<Long> samples = new ArrayList<>();
            for (long count : next) {
                samples.add(count);
            }
            append(new End(reason, samples), here());
            ended = true;
        }
    }

    private void requireNext(int stream, long firstSample) {
        if (firstSample != next[stream]) {
            throw new IllegalStateException("an amplifier must number samples without holes: stream=" + stream
                    + ", expected=" + next[stream] + ", delivered=" + firstSample);
        }
    }

    private int untilStop(int stream, int count) {
        return (int) Math.min(count, Math.max(0, stopSamples[stream] - next[stream]));
    }

    private void advance(int stream, int count, long deviceNanos, FrameContent content) throws IOException {
        if (stream == 0) {
            startBlocksBefore(next[0] + count);
            readClockWhenDue();
        }
        lastDeviceNanos = deviceNanos;
        append(content, new FramePosition(stream, 0, next[stream], count));
        next[stream] += count;
    }

    private void startBlocksBefore(long endSample) throws IOException {
        while (!plan.isEmpty() && rate(0).samplesIn(plan.getFirst().onset()) < endSample) {
            Instruction block = plan.removeFirst();
            var event = new Event(block.onset(), Optional.of(block.duration()), block.text(), true);
            append(event, FramePosition.at(0, rate(0).samplesIn(block.onset())));
        }
    }

    private void readClockWhenDue() throws IOException {
        var reading = clockWatch.dueReading();
        if (reading.isPresent()) {
            append(new ClockReading(reading.get()), here());
        }
    }

    private void endWhenStopped() throws IOException {
        for (int stream = 0; stream < next.length; stream++) {
            if (next[stream] < stopSamples[stream]) {
                return;
            }
        }
        end(EndReason.STOPPED);
    }

    private void append(FrameContent content, FramePosition position) throws IOException {
        spooled.append(content, position, new FrameTime(lastDeviceNanos, clock.nanos()));
    }

    private FramePosition here() {
        return FramePosition.at(0, next[0]);
    }

    private SamplingRate rate(int stream) {
        return streams.get(stream).rate();
    }

    /** Seconds recorded, for the log. */
    Duration recorded() {
        return rate(0).timeOf(next[0]);
    }
}
