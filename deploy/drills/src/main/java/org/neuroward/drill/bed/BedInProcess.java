package org.neuroward.drill.bed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.Losses;
import org.neuroward.wire.RecordingIds;
import org.neuroward.wire.SpoolFacts;

/**
 * One bed's agent, as the server sees it: says hello, does what it is told, and from a start on has a block of samples due at
 * regular times, whether the server keeps up or not. Blocks that cannot leave wait as on a spool: they are made when they
 * can, and are as late as they are.
 */
public final class BedInProcess implements AgentLine.Listener, AutoCloseable {

    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SPOOL_BYTES = 1L << 40;

    /** How the signal comes. @param blockNanos from one block to the next by the clock on the wall */
    public record Course(SignalPattern signal, int blockSamples, long blockNanos, long firstDueNanos) {}

    private final String agentId;
    private final Course course;
    private final AckTimes times;
    private final int port;
    private final Supplier<Hello> greeting;
    private volatile AgentLine line;
    private volatile UUID recordingId;
    private volatile String closedBecause = "";
    private FrameContent.Description description;
    private boolean welcomed;
    private long startNanos;
    private boolean flowing;
    private long nextBlock;
    private long nextHeartbeat;
    private volatile long ackedFrames;
    private boolean ending;
    private volatile boolean sealed;

    /** Dials; {@code course.firstDueNanos()} staggers the blocks of many beds. */
    public BedInProcess(String agentId, String secret, int port, Course course, AckTimes times) {
        this.agentId = agentId;
        this.course = course;
        this.times = times;
        this.port = port;
        this.greeting = () -> new Hello(
                agentId,
                secret,
                "drill",
                Bedside.WIRE_VERSION,
                "drill amplifier",
                true,
                course.signal().description(),
                held());
        dial();
    }

    private synchronized void dial() {
        line = AgentLine.dial(port, this);
        line.send(greeting.get());
    }

    /** What the bed has of its recording is what it can make again: all of it. */
    private List<SpooledRecording> held() {
        return recordingId == null
                ? List.of()
                : List.of(new SpooledRecording(recordingId, description.sessionId(), nextBlock + 1, false));
    }

    /** Breaks the connection and makes a new one, which goes on after what the server has. */
    public synchronized void reconnect() {
        AgentLine broken = line;
        welcomed = false;
        dial();
        broken.close();
    }

    @Override
    public synchronized void received(FromServer message) {
        switch (message) {
            case FromServer.Welcome welcome -> welcomed(welcome);
            case Prepare prepare -> done(prepare.commandId(), AgentState.PREPARED);
            case Start start -> {
                if (description == null) {
                    begin(start.sessionId());
                }
                done(start.commandId(), AgentState.RECORDING);
            }
            case FromServer.Stop stop -> {
                ending = true;
                done(stop.commandId(), AgentState.UPLOADING);
            }
            case FromServer.Marker marker -> done(marker.commandId(), AgentState.RECORDING);
            case FromServer.Release release -> done(release.commandId(), AgentState.IDLE);
            case FromServer.MeasureImpedance measure -> done(measure.commandId(), AgentState.IDLE);
            case Ack ack -> acknowledged(ack);
            case FromServer.Sealed done -> sealed = true;
            case FromServer.TimeAnswer answer -> {}
            case FromServer.Refused refused -> closedBecause = refused.code() + ": " + refused.sentence();
        }
    }

    private void done(UUID commandId, AgentState now) {
        line.send(new CommandDone(commandId, Optional.empty()));
        line.send(new State(now, ""));
    }

    private void welcomed(FromServer.Welcome welcome) {
        line.send(new State(description == null ? AgentState.IDLE : AgentState.RECORDING, ""));
        for (Ack durable : welcome.durable()) {
            acknowledged(durable);
            if (durable.recordingId().equals(recordingId)) {
                nextBlock = durable.nextFrame() - 1;
            }
        }
        welcomed = true;
    }

    private void begin(UUID sessionId) {
        recordingId = new RecordingIds(java.time.Clock.systemUTC(), new Random()).next();
        description = new FrameContent.Description(
                sessionId, "drill amplifier", Instant.now(), course.signal().description(), true);
        send(frame(0, description, FramePosition.at(0, 0)));
    }

    /** The same each time it is made. */
    private Frame frame(long index, FrameContent content, FramePosition position) {
        return new FrameMaker(recordingId, index)
                .make(content, position, new FrameTime(0, index * course.blockNanos()));
    }

    /** From now on blocks are due; nothing happens when they already are. */
    public synchronized void flow() {
        if (!flowing) {
            long now = System.nanoTime();
            startNanos = now + Math.floorMod(course.firstDueNanos() - now, course.blockNanos());
            flowing = true;
        }
    }

    private void acknowledged(Ack ack) {
        if (!ack.recordingId().equals(recordingId)) {
            return;
        }
        long now = System.nanoTime();
        for (long frame = Math.max(1, ackedFrames); frame < ack.nextFrame() && frame <= nextBlock; frame++) {
            times.acknowledged(now - dueNanos(frame - 1));
        }
        ackedFrames = Math.max(ackedFrames, ack.nextFrame());
    }

    /** When a block's last sample was taken, and the block should have left. */
    private long dueNanos(long block) {
        return startNanos + (block + 1) * course.blockNanos();
    }

    /** Sends the blocks that are due, as far as the line takes them; blocks are made no earlier than they are sent. */
    public synchronized void sendDue() {
        long now = System.nanoTime();
        if (welcomed && flowing && !ending) {
            while (dueNanos(nextBlock) <= now && line.ready()) {
                sendBlock();
            }
        }
        if (welcomed && now - nextHeartbeat >= 0 && line.ready()) {
            nextHeartbeat = now + HEARTBEAT_NANOS;
            heartbeat(now);
        }
    }

    private void sendBlock() {
        long first = nextBlock * course.blockSamples();
        var samples = new FrameContent.Samples(course.signal().block(first, course.blockSamples()));
        send(frame(nextBlock + 1, samples, new FramePosition(0, 0, first, course.blockSamples())));
        nextBlock++;
    }

    private void heartbeat(long now) {
        var spool = new SpoolFacts(behindBlocks(now), 0, 0, SPOOL_BYTES, SPOOL_BYTES, DiskState.OK);
        line.send(new Status(now, DeviceState.STREAMING, Losses.NONE, spool, Optional.empty(), Optional.empty()));
    }

    private long behindBlocks(long now) {
        return !flowing ? 0 : Math.max(0, (now - dueNanos(nextBlock)) / course.blockNanos());
    }

    /** Blocks that were due and could not leave. */
    public synchronized long behindBlocks() {
        return behindBlocks(System.nanoTime());
    }

    private void send(Frame frame) {
        line.send(FrameMessage.of(frame));
    }

    /** Ends the recording with its last frame. */
    public synchronized void end() {
        ending = true;
        long samples = nextBlock * course.blockSamples();
        var end = new FrameContent.End(EndReason.STOPPED, List.of(samples));
        send(frame(nextBlock + 1, end, FramePosition.at(0, samples)));
    }

    /** Makes no more blocks; what was sent may still be acknowledged. */
    public synchronized void pause() {
        ending = true;
    }

    public String agentId() {
        return agentId;
    }

    public SignalPattern signal() {
        return course.signal();
    }

    /** Empty before the recording has begun. */
    public Optional<UUID> recordingId() {
        return Optional.ofNullable(recordingId);
    }

    /** Frames below this index were acknowledged as durable. */
    public long ackedFrames() {
        return ackedFrames;
    }

    /** Frames made so far, the description among them. */
    public synchronized long sentFrames() {
        return description == null ? 0 : nextBlock + 1;
    }

    public boolean sealed() {
        return sealed;
    }

    /** Why the server ended the stream, or nothing. */
    public String closedBecause() {
        return line.closed() && closedBecause.isEmpty() ? "closed" : closedBecause;
    }

    @Override
    public void closed(String why) {
        if (line.closed() && closedBecause.isEmpty()) {
            closedBecause = why;
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
