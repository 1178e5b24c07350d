package org.neuroward.agent;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FromAgent.ImpedanceReading;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.GapCause;

/**
 * The recording at the bed, from its first sample to its end: over restarts of the agent, sleep of the computer and absences of
 * the amplifier. Belongs to the agent's thread.
 */
final class OngoingRecording {

    private static final System.Logger LOG = System.getLogger(OngoingRecording.class.getName());

    /** A device that delivers nothing for this long after a stop is not waited for. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    /** A recording whose amplifier stays away longer than this is ended: people were told all the while. */
    static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

    private final Recordings recordings;
    private final AttachedAmplifier amplifier;
    private final Contacts contacts;
    private final Outlets outlets;
    private final HostClock clock;
    private RunningRecording running;
    private Optional<GapCause> waitingAfter = Optional.empty();
    private Optional<Placement> unplaced = Optional.empty();
    private long waitingNanos;
    private long stopNanos;
    private boolean stopping;
    private boolean over;
    private Runnable whenOver = () -> {};

    OngoingRecording(
            RunningRecording running,
            Recordings recordings,
            AttachedAmplifier amplifier,
            Contacts contacts,
            Outlets outlets) {
        this.running = running;
        this.recordings = recordings;
        this.amplifier = amplifier;
        this.contacts = contacts;
        this.outlets = outlets;
        this.clock = recordings.clock();
    }

    UUID id() {
        return running.id();
    }

    Recorder recorder() {
        return running.recorder();
    }

    List<PlannedBlock> plan() {
        return running.note().plan();
    }

    boolean stopping() {
        return stopping;
    }

    /** Calls {@code listener} when nothing more will be written. */
    void whenOver(Runnable listener) {
        whenOver = listener;
    }

    /** Runs the amplifier for the first time. */
    void begin() {
        write(() -> recorder().watch(contacts));
        var run = new Run.Session(running.note().instructions(), 0);
        recorder().join(Placement.of(run, running.standing(), running.note(), GapCause.SOURCE));
        amplifier.start(run, this::take);
        LOG.log(Level.INFO, "recording {0} has started", id());
    }

    /** Goes on where an earlier run of the agent was killed, as soon as the amplifier delivers; unless it was to stop. */
    void resume() {
        stopping = running.note().stopAsked();
        if (stopping) {
            write(() -> recorder().end(EndReason.STOPPED));
        } else {
            LOG.log(Level.WARNING, "recording {0} was left open; it goes on when its amplifier delivers", id());
            write(() -> recorder().watch(contacts));
            await(GapCause.RESTARTED);
        }
    }

    void marker(String text) {
        write(() -> recorder().marker(text));
    }

    void stop() {
        if (!stopping) {
            stopping = true;
            stopNanos = clock.nanos();
            running = recordings.stopping(running);
            write(recorder()::stop);
        }
    }

    /** Looks after what time alone brings; called some times a second. */
    void tick() {
        if (stopping && since(stopNanos).compareTo(LONGEST_STOP) > 0) {
            write(() -> recorder().end(EndReason.STOPPED));
        } else if (waitingAfter.isPresent() && amplifier.find().isPresent()) {
            rejoin(waitingAfter.get());
        } else if (waitingAfter.isPresent() && since(waitingNanos).compareTo(LONGEST_ABSENCE) > 0) {
            write(() -> recorder().end(EndReason.AGENT_RESTARTED));
        } else if (waitingAfter.isEmpty() && amplifier.silentFor().compareTo(LONGEST_ABSENCE) > 0) {
            write(() -> recorder().end(EndReason.DEVICE_FAILED));
        }
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(clock.nanos() - nanos);
    }

    /** The computer slept: a device that went on meanwhile is taken up anew, with a gap in between. */
    void slept() {
        if (waitingAfter.isEmpty() && amplifier.continuity() != Continuity.REREADABLE) {
            await(GapCause.SLEPT);
            tick();
        }
    }

    private void await(GapCause cause) {
        waitingAfter = Optional.of(cause);
        waitingNanos = clock.nanos();
    }

    /** Runs the amplifier again, for the recording that it was away from. */
    private void rejoin(GapCause cause) {
        waitingAfter = Optional.empty();
        amplifier.stop();
        if (!amplifier
                .find()
                .orElseThrow()
                .channels()
                .equals(recorder().description().channels())) {
            LOG.log(Level.ERROR, "the amplifier came back with other channels: recording {0} ends", id());
            write(() -> recorder().end(EndReason.DEVICE_FAILED));
            return;
        }
        Standing from = recorder().standing();
        Continuity continuity = amplifier.continuity();
        Duration at = continuity == Continuity.REREADABLE
                ? from.inAllStreams()
                : from.inAnyStream().plus(from.since(clock.nanos(), running.note(), clock));
        var run = new Run.Session(running.note().instructions(), at.toNanos());
        Placement placement = continuity == Continuity.LIVE
                ? Placement.later(from, running.note(), cause, clock)
                : Placement.of(run, from, running.note(), cause);
        recorder().join(placement);
        unplaced = Optional.of(placement);
        amplifier.start(run, this::take);
        LOG.log(
                Level.WARNING,
                "recording {0} goes on after {1} s",
                id(),
                from.inAnyStream().toSeconds());
    }

    private void take(Delivery delivery) {
        if (over) {
            return;
        }
        write(() -> record(delivery));
        if (unplaced.isPresent() && unplaced.get().known() && delivery instanceof Delivery.Block) {
            unplaced = Optional.empty();
            running = recordings.placed(running, recorder().counterOffset());
        }
    }

    private void record(Delivery delivery) {
        Recorder recorder = recorder();
        switch (delivery) {
            case Delivery.Block block -> {
                long first = recorder.block(block.samples(), block.hostNanos());
                if (outlets.behind().getAsBoolean()) {
                    outlets.server()
                            .accept(new Preview(
                                    block.samples().stream(),
                                    first,
                                    block.samples().channels(),
                                    block.samples().counts()));
                }
            }
            case Delivery.Gap gap -> recorder.gap(gap);
            case Delivery.Counter counter -> {
                recorder.counter(counter.deviceSample());
                running = recordings.placed(running, recorder.counterOffset());
            }
            case Delivery.Tallied tallied -> recorder.tally(tallied);
            case Delivery.Measured measured -> {
                contacts.measured(measured.impedances());
                outlets.server().accept(new ImpedanceReading(measured.impedances()));
                recorder.measured();
            }
            case Delivery.StateOfDevice state -> {}
            case Delivery.Remark remark -> recorder.annotation(remark.annotation());
            case Delivery.SourceEnded ended -> recorder.end(EndReason.SOURCE_ENDED);
            case Delivery.Failure failure -> {
                LOG.log(Level.ERROR, "the amplifier failed: {0}", failure.reason());
                recorder.end(EndReason.DEVICE_FAILED);
            }
        }
    }

    private void write(Runnable writing) {
        writing.run();
        if (recorder().ended() && !over) {
            recordings.ended(running);
            LOG.log(
                    Level.INFO,
                    "recording {0} has ended after {1} s",
                    id(),
                    recorder().recorded().toSeconds());
            finish();
        }
    }

    private void finish() {
        over = true;
        amplifier.stop();
        whenOver.run();
    }
}
