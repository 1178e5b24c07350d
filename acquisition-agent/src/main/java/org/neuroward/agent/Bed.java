package org.neuroward.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Run;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FromAgent.ImpedanceReading;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Losses;

/** Amplifier, recordings and the phase between them: carries out commands. All of it belongs to one thread, the agent's. */
final class Bed {

    private static final System.Logger LOG = System.getLogger(Bed.class.getName());

    private final AttachedAmplifier amplifier;
    private final Recordings recordings;
    private final HostClock clock;
    private final Contacts contacts;
    private final Outlets outlets;
    private Phase phase = new Phase.Idle();
    private Optional<OngoingRecording> ongoing = Optional.empty();

    Bed(AttachedAmplifier amplifier, Recordings recordings, Outlets outlets) {
        this.amplifier = amplifier;
        this.recordings = recordings;
        this.clock = recordings.clock();
        this.contacts = new Contacts(clock);
        this.outlets = outlets;
    }

    /** What the wall clock shows. */
    Instant now() {
        return clock.wall();
    }

    Phase phase() {
        return phase;
    }

    Optional<OngoingRecording> recording() {
        return ongoing;
    }

    List<Impedance> impedances() {
        return contacts.all();
    }

    Losses losses() {
        return ongoing.map(recording -> recording.recorder().losses()).orElse(Losses.NONE);
    }

    /** Takes up the recording that an earlier run of the agent left open. */
    void resume() {
        Optional<RunningRecording> open = recordings.takeUp();
        if (open.isPresent()) {
            enter(open.get());
            during(OngoingRecording::resume);
        }
    }

    /** Carries out a command, or says why not. */
    Optional<CommandRefusal> prepare(FromServer.Prepare command) {
        Optional<CommandRefusal> refusal = phase.findRefusalOfPrepare().or(this::findRefusalWithoutDevice);
        if (refusal.isEmpty() && !phase.equals(new Phase.Prepared(command.sessionId()))) {
            amplifier.start(new Run.Preview(), this::preview);
            enter(new Phase.Prepared(command.sessionId()), "");
        }
        return refusal;
    }

    /** Shows the signal to someone at the bed, or ends that. */
    Optional<CommandRefusal> show(boolean on) {
        Optional<CommandRefusal> refusal = phase.findRefusalOfShowing();
        if (refusal.isEmpty() && on) {
            refusal = findRefusalWithoutDevice();
        }
        if (refusal.isEmpty() && on && !(phase instanceof Phase.Showing)) {
            amplifier.start(new Run.Preview(), this::preview);
            enter(new Phase.Showing(), "");
        } else if (refusal.isEmpty() && !on && phase instanceof Phase.Showing) {
            amplifier.stop();
            enter(new Phase.Idle(), "");
        }
        return refusal;
    }

    Optional<CommandRefusal> start(FromServer.Start command) {
        return phase.findRefusal(command)
                .or(() -> begin(
                        device -> new Description(
                                command.sessionId(),
                                device.name(),
                                clock.wall(),
                                device.channels(),
                                device.simulated(),
                                command.claim(),
                                false,
                                ""),
                        command.plan()));
    }

    /** Begins a recording, whatever the bed was doing unless it records. */
    Optional<CommandRefusal> begin(Function<AmplifierDescription, Description> description, List<PlannedBlock> plan) {
        Optional<CommandRefusal> refusal = phase.findRefusalOfRecording()
                .or(this::findRefusalWithoutDevice)
                .or(recordings::findRefusal);
        if (refusal.isPresent()) {
            return refusal;
        }
        amplifier.stop();
        try {
            enter(recordings.begin(description.apply(amplifier.find().orElseThrow()), plan));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "a recording cannot be started on the disk: {0}", e.getMessage());
            enter(new Phase.Idle(), "the bedside disk does not take a recording");
            return Optional.of(CommandRefusal.DISK_FAILED);
        }
        during(OngoingRecording::begin);
        return Optional.empty();
    }

    private Optional<CommandRefusal> findRefusalWithoutDevice() {
        return amplifier.find().isPresent() ? Optional.empty() : Optional.of(CommandRefusal.DEVICE_ABSENT);
    }

    Optional<CommandRefusal> marker(String text) {
        Optional<CommandRefusal> refusal = phase.findRefusalWithoutRecording();
        during(recording -> recording.marker(text));
        return refusal;
    }

    Optional<CommandRefusal> stop() {
        Optional<CommandRefusal> refusal = phase.findRefusalWithoutRecording();
        during(OngoingRecording::stop);
        return refusal;
    }

    Optional<CommandRefusal> release() {
        Optional<CommandRefusal> refusal = phase.findRefusalOfRelease();
        if (phase instanceof Phase.Prepared) {
            amplifier.stop();
            enter(new Phase.Idle(), "");
        }
        return refusal;
    }

    /** Only while the signal is shown or recorded: a driver measures within a run. */
    Optional<CommandRefusal> measureImpedance(boolean on) {
        Optional<CommandRefusal> refusal = findRefusalWithoutDevice();
        if (refusal.isEmpty() && !(amplifier.measuresImpedance() && amplifier.running())) {
            refusal = Optional.of(CommandRefusal.NO_IMPEDANCE);
        }
        if (refusal.isEmpty()) {
            amplifier.measureImpedance(on);
        }
        return refusal;
    }

    /** All frames of {@code recordingId} are on the server. */
    void uploaded(UUID recordingId) {
        if (phase.equals(new Phase.Uploading(recordingId))) {
            enter(new Phase.Idle(), "");
        }
    }

    /** Looks after what time alone brings; called some times a second. */
    void tick() {
        during(OngoingRecording::tick);
    }

    /** The computer slept, and the amplifier did not. */
    void slept() {
        during(OngoingRecording::slept);
    }

    private void during(java.util.function.Consumer<OngoingRecording> act) {
        ongoing.ifPresent(act);
    }

    private void leave() {
        UUID recordingId = ongoing.orElseThrow().id();
        ongoing = Optional.empty();
        enter(new Phase.Uploading(recordingId), "");
    }

    void sayState() {
        outlets.server().accept(new State(phase.state(), ""));
    }

    private void enter(RunningRecording running) {
        var recording = new OngoingRecording(running, recordings, amplifier, contacts, outlets);
        recording.whenOver(this::leave);
        ongoing = Optional.of(recording);
        UUID sessionId = running.recorder().description().sessionId();
        enter(new Phase.Recording(sessionId, running.id()), "");
    }

    private void enter(Phase next, String detail) {
        phase = next;
        outlets.server().accept(new State(next.state(), detail));
    }

    private void preview(Delivery delivery) {
        switch (delivery) {
            case Delivery.Block block ->
                outlets.server()
                        .accept(new Preview(
                                block.samples().stream(),
                                block.samples().firstSample(),
                                block.samples().channels(),
                                block.samples().counts()));
            case Delivery.Failure failure -> {
                LOG.log(Level.ERROR, "the amplifier failed: {0}", failure.reason());
                amplifier.stop();
                enter(new Phase.Idle(), failure.reason());
            }
            case Delivery.Measured measured -> {
                contacts.measured(measured.impedances());
                outlets.server().accept(new ImpedanceReading(measured.impedances()));
            }
            case Delivery.Gap gap -> {}
            case Delivery.Counter counter -> {}
            case Delivery.Tallied tallied -> {}
            case Delivery.StateOfDevice state -> {}
            case Delivery.Remark remark -> {}
            case Delivery.SourceEnded ended -> {}
        }
    }
}
