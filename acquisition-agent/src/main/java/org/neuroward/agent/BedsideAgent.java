package org.neuroward.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.neuroward.agent.clock.ClockWatch;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.ServerAddress;
import org.neuroward.agent.uplink.Uplink;
import org.neuroward.agent.uplink.UplinkListener;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.RecordingIds;

/** The agent at work: one thread that carries out, in order, what amplifier and server bring. */
public final class BedsideAgent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BedsideAgent.class.getName());
    private static final int COMMANDS_REMEMBERED = 64;
    private static final long TICK_MILLIS = 500;

    private final Identity identity;
    private final Amplifier amplifier;
    private final Spool spool;
    private final ClockWatch clockWatch;
    private final Bed bed;
    private final Uplink uplink;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Refused> refused = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().name("bed").unstarted(this::run);
    private final Map<UUID, Optional<CommandRefusal>> answered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<CommandRefusal>> eldest) {
            return size() > COMMANDS_REMEMBERED;
        }
    };
    private volatile boolean closed;

    /** @param amplifier and {@code spool} are closed with the agent */
    BedsideAgent(
            Identity identity,
            ServerAddress server,
            Amplifier amplifier,
            Spool spool,
            HostClock clock,
            RandomGenerator random) {
        this.identity = identity;
        this.amplifier = amplifier;
        this.spool = spool;
        this.clockWatch = new ClockWatch(clock);
        this.bed = new Bed(amplifier, spool, new RecordingIds(clock::wall, random), clock, inbox::add, this::say);
        this.uplink = new Uplink(server, this::hello, spool, new FromUplink(), random);
    }

    void start() {
        spool.recordings().stream()
                .filter(recording -> !recording.ended())
                .forEach(recording -> spool.end(recording, EndReason.AGENT_RESTARTED));
        thread.start();
        uplink.start();
    }

    /** Completed when the server does not want this agent and no recording runs. */
    CompletableFuture<Refused> refused() {
        return refused;
    }

    private void run() {
        while (!closed) {
            try {
                Runnable step = inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (step != null) {
                    step.run();
                }
                tick();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void tick() {
        bed.tick();
        clockWatch.findJumps().forEach(jump -> LOG.log(Level.WARNING, "the computer's clocks jumped: {0}", jump));
    }

    private Hello hello() {
        List<SpooledRecording> recordings = spool.recordings().stream()
                .map(recording -> new SpooledRecording(
                        recording.recordingId(), recording.sessionId(), recording.frames(), recording.ended()))
                .toList();
        Optional<AmplifierDescription> device = amplifier.find();
        return new Hello(
                identity.agentId(),
                identity.secret(),
                identity.version(),
                Bedside.WIRE_VERSION,
                device.map(AmplifierDescription::name).orElse(amplifier.name()),
                device.map(AmplifierDescription::simulated).orElse(false),
                device.map(AmplifierDescription::channels).orElse(List.of()),
                recordings);
    }

    private void say(FromAgent message) {
        if (message instanceof Preview preview) {
            uplink.show(preview);
        } else {
            uplink.say(message);
        }
    }

    /** A command that comes again gets its first answer again: the server may not have heard it. */
    private void obey(UUID commandId, java.util.function.Supplier<Optional<CommandRefusal>> command) {
        Optional<CommandRefusal> refusal = answered.get(commandId);
        if (refusal == null) {
            refusal = command.get();
            answered.put(commandId, refusal);
        }
        refusal.ifPresent(why -> LOG.log(Level.WARNING, "a command of the server was refused: {0}", why));
        say(new CommandDone(commandId, refusal));
    }

    private void obey(FromServer message) {
        switch (message) {
            case FromServer.Prepare prepare -> obey(prepare.commandId(), () -> bed.prepare(prepare));
            case FromServer.Start start -> obey(start.commandId(), () -> bed.start(start));
            case FromServer.Marker marker -> obey(marker.commandId(), () -> bed.marker(marker));
            case FromServer.Stop stop -> obey(stop.commandId(), bed::stop);
            case FromServer.Release release -> obey(release.commandId(), bed::release);
            case FromServer.MeasureImpedance measure ->
                obey(measure.commandId(), () -> Optional.of(CommandRefusal.NO_IMPEDANCE));
            case FromServer.TimeAnswer notACommand -> {}
            case FromServer.Welcome notACommand -> {}
            case FromServer.Ack notACommand -> {}
            case FromServer.Sealed notACommand -> {}
            case FromServer.Refused notACommand -> {}
        }
    }

    private final class FromUplink implements UplinkListener {

        @Override
        public void welcomed() {
            inbox.add(bed::sayState);
        }

        @Override
        public void commanded(FromServer command) {
            inbox.add(() -> obey(command));
        }

        @Override
        public void uploaded(UUID recordingId) {
            inbox.add(() -> bed.uploaded(recordingId));
        }

        @Override
        public void refused(Refused refusal) {
            inbox.add(() -> {
                // A recording goes on even when the server has forgotten the agent: what is on the disk can still be
                // sent.
                if (bed.phase() instanceof Phase.Recording) {
                    LOG.log(Level.ERROR, "the server refuses this agent in mid-recording: {0}", refusal.code());
                } else {
                    refused.complete(refusal);
                }
            });
        }
    }

    /** Stops the amplifier and closes connection and spool; a recording that runs is ended at the next start. */
    @Override
    public void close() throws IOException {
        // No interrupts: they would close a file that a thread is writing.
        closed = true;
        inbox.add(() -> {});
        uplink.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bed.close();
        spool.close();
    }
}
