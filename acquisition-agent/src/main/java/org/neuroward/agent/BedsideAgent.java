package org.neuroward.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.neuroward.agent.clock.ClockJump;
import org.neuroward.agent.clock.ClockWatch;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.clock.ServerFit;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.operator.BedStatus;
import org.neuroward.agent.operator.BedsideDesk;
import org.neuroward.agent.operator.LiveTrace;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.agent.uplink.ServerAddress;
import org.neuroward.agent.uplink.Uplink;
import org.neuroward.agent.uplink.UplinkListener;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.TimeAnswer;
import org.neuroward.wire.RecordingIds;

/** The agent at work: one thread that carries out, in order, what amplifier, server and the person at the bed bring. */
public final class BedsideAgent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BedsideAgent.class.getName());
    private static final long TICK_MILLIS = 100;
    private static final long HEARTBEAT_NANOS = 1_000_000_000L;

    /** More commands than this were never meant: the server is out of its mind, and its further ones are not heard. */
    private static final int MOST_STEPS = 100_000;

    private final Spool spool;
    private final HostClock clock;
    private final ClockWatch clockWatch;
    private final ServerFit serverFit = new ServerFit();
    private final AttachedAmplifier amplifier;
    private final Bed bed;
    private final Commands commands;
    private final Reporting reporting;
    private final Uplink uplink;
    private final LiveTrace trace = new LiveTrace();
    private final SleepGuard sleepGuard = new SleepGuard();
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().name("bed").unstarted(this::run);
    private final Consumer<LinkState> news;
    private Optional<AmplifierDescription> greeted;
    private volatile BedStatus status;
    private volatile boolean closed;
    private long beatNanos;
    private DeviceState beatDevice;
    private Phase beatPhase;

    /** @param news hears of every change of how the bed and its server stand, on the agent's thread */
    public BedsideAgent(
            Identity identity,
            ServerAddress server,
            Equipment equipment,
            RandomGenerator random,
            Consumer<LinkState> news) {
        this.spool = equipment.spool();
        this.clock = equipment.clock();
        this.news = news;
        this.clockWatch = new ClockWatch(clock);
        var clocks = new Clocks(clock, serverFit, equipment.realTime());
        this.amplifier = new AttachedAmplifier(equipment.amplifier(), clock, clocks, trace, inbox::add);
        var ids = new RecordingIds(clock::wall, random);
        var recordings = new Recordings(spool, new SessionNotes(equipment.notes()), ids, clock, clocks);
        this.bed = new Bed(amplifier, recordings, new Outlets(this::say, this::behind));
        this.commands = new Commands(bed, this::say);
        this.reporting = new Reporting(identity, spool, amplifier, bed, clocks);
        this.uplink = new Uplink(server, reporting::hello, spool, new FromUplink(), random);
        this.greeted = amplifier.find();
        beat();
    }

    /** Takes up what an earlier run left open, then listens to the server. */
    public void start() {
        bed.resume();
        thread.start();
        uplink.start();
    }

    /** Returns when the agent was closed. */
    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    /** What page and terminal may ask. */
    public BedsideDesk desk() {
        return new Desk(bed, inbox::add, () -> status, uplink::connected);
    }

    LiveTrace trace() {
        return trace;
    }

    private void say(FromAgent message) {
        uplink.say(message);
    }

    private boolean behind() {
        return uplink.behind();
    }

    private void run() {
        while (!closed) {
            try {
                Runnable step = inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                // First the clocks: what comes after a sleep must not be taken for what came before.
                look();
                if (step != null) {
                    step.run();
                }
                tick();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void look() {
        for (ClockJump jump : clockWatch.findJumps()) {
            LOG.log(Level.WARNING, "a clock of the computer did not just go on: {0}", jump);
            if (jump instanceof ClockJump.Slept) {
                bed.slept();
            }
        }
    }

    private void tick() {
        bed.tick();
        if (bed.phase() instanceof Phase.Uploading uploading && uplink.declines(uploading.recordingId())) {
            bed.uploaded(uploading.recordingId());
        }
        if (!amplifier.find().equals(greeted)) {
            greeted = amplifier.find();
            uplink.renew();
        }
        boolean due = clock.nanos() - beatNanos >= HEARTBEAT_NANOS;
        if (due || amplifier.state() != beatDevice || !bed.phase().equals(beatPhase)) {
            beat();
        }
    }

    private void beat() {
        beatNanos = clock.nanos();
        beatPhase = bed.phase();
        Status heartbeat = reporting.heartbeat(clock);
        beatDevice = heartbeat.device();
        uplink.say(heartbeat);
        LinkState link = reporting.link(uplink.link(), heartbeat);
        BedStatus before = status;
        status = reporting.status(link, heartbeat);
        if (before == null || before.link().getClass() != link.getClass() || changedReason(before.link(), link)) {
            news.accept(link);
        }
        sleepGuard.hold(bed.recording().isPresent());
    }

    private static boolean changedReason(LinkState before, LinkState now) {
        return now instanceof LinkState.ActionNeeded && !now.equals(before);
    }

    private final class FromUplink implements UplinkListener {

        @Override
        public void welcomed() {
            inbox.add(bed::sayState);
        }

        @Override
        public void commanded(FromServer command) {
            if (inbox.size() < MOST_STEPS) {
                inbox.add(() -> commands.obey(command));
            }
        }

        @Override
        public void uploaded(UUID recordingId) {
            inbox.add(() -> bed.uploaded(recordingId));
        }

        @Override
        public void timed(TimeAnswer answer) {
            serverFit.add(answer.agentNanos(), answer.receivedEpochNanos(), answer.sentEpochNanos(), clock.nanos());
        }

        @Override
        public void troubled(LinkState.Reason reason) {
            inbox.add(BedsideAgent.this::beat);
        }
    }

    /** Stops the amplifier and closes connection and spool; a recording that runs goes on at the next start. */
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
        sleepGuard.close();
        amplifier.close();
        spool.close();
    }
}
