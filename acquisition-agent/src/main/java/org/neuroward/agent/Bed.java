package org.neuroward.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.RecordingIds;
import org.neuroward.wire.StreamLayout;

/** Amplifier, spool and the phase between them: carries out commands. All of it belongs to one thread, the agent's. */
final class Bed {

    private static final System.Logger LOG = System.getLogger(Bed.class.getName());

    /** A device that delivers nothing for this long after a stop is not waited for. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final Amplifier amplifier;
    private final Spool spool;
    private final RecordingIds ids;
    private final HostClock clock;
    private final Consumer<Runnable> inbox;
    private final Consumer<FromAgent> server;
    private Phase phase = new Phase.Idle();
    private Recorder recorder;
    private long stopNanos;
    private boolean stopping;
    private DeviceSink sink;

    /**
     * @param inbox carries steps to the agent's thread
     * @param server takes states and previews
     */
    Bed(
            Amplifier amplifier,
            Spool spool,
            RecordingIds ids,
            HostClock clock,
            Consumer<Runnable> inbox,
            Consumer<FromAgent> server) {
        this.amplifier = amplifier;
        this.spool = spool;
        this.ids = ids;
        this.clock = clock;
        this.inbox = inbox;
        this.server = server;
    }

    Phase phase() {
        return phase;
    }

    /** Carries out a command, or says why not. */
    Optional<CommandRefusal> prepare(FromServer.Prepare command) {
        Optional<CommandRefusal> refusal = phase.findRefusalOfPrepare().or(this::findRefusalWithoutDevice);
        if (refusal.isEmpty() && !phase.equals(new Phase.Prepared(command.sessionId()))) {
            startAmplifier(new Run.Preview(), this::preview);
            enter(new Phase.Prepared(command.sessionId()), "");
        }
        return refusal;
    }

    Optional<CommandRefusal> start(FromServer.Start command) {
        Optional<CommandRefusal> refusal = phase.findRefusal(command).or(this::findRefusalWithoutDevice);
        if (refusal.isPresent()) {
            return refusal;
        }
        stopAmplifier();
        AmplifierDescription device = amplifier.find().orElseThrow();
        List<Instruction> plan = instructions(command.plan());
        try {
            SpooledRecording spooled = begin(command.sessionId(), device);
            recorder = new Recorder(spooled, StreamLayout.of(device.channels()), plan, clock);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a recording cannot be started on the disk: {0}", e.getMessage());
            enter(new Phase.Idle(), "the bedside disk does not take a recording");
            return Optional.of(CommandRefusal.DISK_FAILED);
        }
        stopping = false;
        enter(new Phase.Recording(command.sessionId(), recorder.recordingId()), "");
        startAmplifier(new Run.Session(plan, 0), this::record);
        LOG.log(Level.INFO, "recording {0} has started", recorder.recordingId());
        return Optional.empty();
    }

    private Optional<CommandRefusal> findRefusalWithoutDevice() {
        return amplifier.find().isPresent() ? Optional.empty() : Optional.of(CommandRefusal.DEVICE_ABSENT);
    }

    private SpooledRecording begin(UUID sessionId, AmplifierDescription device) throws IOException {
        var description =
                new Description(sessionId, device.name(), clock.wall(), device.channels(), device.simulated());
        return spool.begin(ids.next(), description, new FrameTime(0, clock.nanos()));
    }

    private static List<Instruction> instructions(List<PlannedBlock> plan) {
        var instructions = new ArrayList<Instruction>();
        Duration onset = Duration.ZERO;
        for (PlannedBlock block : plan) {
            var instruction = new Instruction(block.text(), onset, Duration.ofSeconds(block.seconds()));
            instructions.add(instruction);
            onset = instruction.end();
        }
        return instructions;
    }

    Optional<CommandRefusal> marker(FromServer.Marker command) {
        Optional<CommandRefusal> refusal = phase.findRefusalWithoutRecording();
        if (refusal.isEmpty()) {
            write(() -> recorder.marker(command.text()));
        }
        return refusal;
    }

    Optional<CommandRefusal> stop() {
        Optional<CommandRefusal> refusal = phase.findRefusalWithoutRecording();
        if (refusal.isEmpty() && !stopping) {
            stopping = true;
            stopNanos = clock.nanos();
            write(recorder::stop);
        }
        return refusal;
    }

    Optional<CommandRefusal> release() {
        Optional<CommandRefusal> refusal = phase.findRefusalOfRelease();
        if (phase instanceof Phase.Prepared) {
            stopAmplifier();
            enter(new Phase.Idle(), "");
        }
        return refusal;
    }

    /** All frames of {@code recordingId} are on the server. */
    void uploaded(UUID recordingId) {
        if (phase.equals(new Phase.Uploading(recordingId))) {
            enter(new Phase.Idle(), "");
        }
    }

    /** Looks after what time alone brings; called about once a second. */
    void tick() {
        if (phase instanceof Phase.Recording && stopping && clock.nanos() - stopNanos > LONGEST_STOP.toNanos()) {
            write(() -> recorder.end(EndReason.STOPPED));
        }
    }

    void sayState() {
        server.accept(new State(phase.state(), ""));
    }

    private void enter(Phase next, String detail) {
        phase = next;
        server.accept(new State(next.state(), detail));
    }

    private void startAmplifier(Run purpose, Consumer<Delivery> target) {
        stopAmplifier();
        sink = new DeviceSink(inbox, target);
        amplifier.start(purpose, sink);
    }

    private void stopAmplifier() {
        if (sink != null) {
            sink.close();
        }
        amplifier.stop();
    }

    /** Stops the amplifier for good. */
    void close() {
        stopAmplifier();
        amplifier.close();
    }

    private void preview(Delivery delivery) {
        switch (delivery) {
            case Delivery.Block block -> server.accept(preview(block.samples()));
            case Delivery.Failure failure -> {
                LOG.log(Level.ERROR, "the amplifier failed: {0}", failure.reason());
                stopAmplifier();
                enter(new Phase.Idle(), failure.reason());
            }
            case Delivery.Gap gap -> {}
            case Delivery.Counter counter -> {}
            case Delivery.Tallied tallied -> {}
            case Delivery.StateOfDevice state -> {}
            case Delivery.Measured measured -> {}
            case Delivery.Remark remark -> {}
            case Delivery.SourceEnded ended -> {}
        }
    }

    private static Preview preview(SampleBlock block) {
        return new Preview(block.stream(), block.firstSample(), block.channels(), block.counts());
    }

    private void record(Delivery delivery) {
        if (!(phase instanceof Phase.Recording)) {
            return;
        }
        write(() -> {
            switch (delivery) {
                case Delivery.Block block -> recorder.block(block.samples());
                case Delivery.Gap gap ->
                    recorder.gap(gap.stream(), gap.firstSample(), gap.sampleCount(), gap.missing(), gap.deviceNanos());
                case Delivery.Counter counter -> {}
                case Delivery.Tallied tallied -> {}
                case Delivery.StateOfDevice state -> {}
                case Delivery.Measured measured -> {}
                case Delivery.Remark remark -> recorder.annotation(remark.annotation());
                case Delivery.SourceEnded ended -> recorder.end(EndReason.SOURCE_ENDED);
                case Delivery.Failure failure -> {
                    LOG.log(Level.ERROR, "the amplifier failed: {0}", failure.reason());
                    recorder.end(EndReason.DEVICE_FAILED);
                }
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (recorder.ended()) {
            stopAmplifier();
            LOG.log(
                    Level.INFO,
                    "recording {0} has ended after {1} s",
                    recorder.recordingId(),
                    recorder.recorded().toSeconds());
            enter(new Phase.Uploading(recorder.recordingId()), "");
        }
    }
}
