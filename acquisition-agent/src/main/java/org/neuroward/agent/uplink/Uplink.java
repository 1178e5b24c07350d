package org.neuroward.agent.uplink;

import io.grpc.Status;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Welcome;

/**
 * Keeps one stream to the server open as long as the agent runs. Frames wait on the disk, never in memory: one is read only
 * when the connection takes it. After a break everything since the server's last durable frame is sent again. Nothing that the
 * server says ends it: what a person must see to is reported, and tried again until it is cured.
 */
public final class Uplink implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Uplink.class.getName());
    private static final Duration WELCOME_TIMEOUT = Duration.ofSeconds(5);

    /** A server answers each heartbeat, one a second; one that says nothing for this long is not there. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

    private final ServerAddress server;
    private final Supplier<Hello> hello;
    private final Spool spool;
    private final UplinkListener listener;
    private final Backoff backoff;
    private final LinkWatch link = new LinkWatch(System.nanoTime());
    private final Outgoing outgoing = new Outgoing();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean renewing;
    private volatile boolean behind;
    private volatile Set<UUID> declined = Set.of();
    private boolean reportedAway;
    private Optional<Reason> trouble = Optional.empty();
    private Optional<Refused> refusal = Optional.empty();

    /** @param hello asked anew for every connection */
    public Uplink(
            ServerAddress server, Supplier<Hello> hello, Spool spool, UplinkListener listener, RandomGenerator random) {
        this.server = server;
        this.hello = hello;
        this.spool = spool;
        this.listener = listener;
        this.backoff = new Backoff(random);
        this.thread = Thread.ofPlatform().name("uplink").unstarted(this::run);
        spool.whenDurable(wakeUps::release);
    }

    public void start() {
        thread.start();
    }

    /**
     * Sends a message on the present connection; without one it is dropped, since a new one starts with a hello. Of what may
     * be lost the newest is kept when there is too much.
     */
    public void say(FromAgent message) {
        outgoing.add(message);
        wakeUps.release();
    }

    /** How agent and server stand to each other now. */
    public LinkState link() {
        return link.state(System.nanoTime());
    }

    /** True while the server is there and has let this agent in. */
    public boolean connected() {
        return link.isConnected();
    }

    /** True when the server has said that it does not take this recording: there is nothing to wait for. */
    public boolean declines(UUID recordingId) {
        return declined.contains(recordingId);
    }

    /** True while the server is given samples of the running recording that are older than those that come now. */
    public boolean behind() {
        return behind;
    }

    /** Dials anew, since what the hello said has changed. */
    public void renew() {
        renewing = true;
        wakeUps.release();
    }

    private void run() {
        try {
            while (!closed) {
                attend();
                if (!renewing) {
                    long millis = backoff.next(trouble.isPresent()).toMillis();
                    closing.await(millis, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend() throws InterruptedException {
        refusal = Optional.empty();
        renewing = false;
        outgoing.clear();
        try (var connection = new Connection(BedsideMethod.dial(server), wakeUps::release, listener::timed)) {
            Hello greeting = hello.get();
            connection.send(greeting);
            Optional<Welcome> welcome = awaitWelcome(connection);
            if (welcome.isPresent()) {
                serve(connection, greeting, welcome.get());
            }
            if (!closed && !renewing) {
                report(connection);
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the spool or the certificates cannot be read: {0}", e.getMessage());
            link.away(System.nanoTime(), Optional.empty());
        }
        behind = false;
    }

    private Optional<Welcome> awaitWelcome(Connection connection) throws InterruptedException {
        long deadline = System.nanoTime() + WELCOME_TIMEOUT.toNanos();
        while (!closed && System.nanoTime() < deadline) {
            FromServer message = connection.poll();
            if (message instanceof Welcome welcome) {
                return Optional.of(welcome);
            }
            if (message instanceof Refused refused) {
                refusal = Optional.of(refused);
            }
            if (message == null && !connection.open()) {
                return Optional.empty();
            }
            if (message == null) {
                await();
            }
        }
        return Optional.empty();
    }

    private void serve(Connection connection, Hello greeting, Welcome welcome)
            throws IOException, InterruptedException {
        LOG.log(Level.INFO, "connected to {0}", server);
        backoff.reset();
        reportedAway = false;
        trouble = Optional.empty();
        var announced = greeting.recordings().stream()
                .map(SpooledRecording::recordingId)
                .collect(Collectors.toSet());
        try (var senders = new Senders(spool, listener, announced, welcome)) {
            declined = senders.declined();
            link.connected(!declined.isEmpty());
            listener.welcomed();
            while (!closed && !renewing && connection.open() && alive(connection)) {
                boolean moved = hear(connection, senders);
                moved |= speak(connection);
                moved |= senders.sendSome(connection);
                link.backlog(senders.backlog());
                behind = senders.behind();
                if (!moved) {
                    await();
                }
            }
            hear(connection, senders);
        }
    }

    private static boolean alive(Connection connection) {
        boolean alive = connection.silentFor().compareTo(LONGEST_SILENCE) < 0;
        if (!alive) {
            LOG.log(Level.WARNING, "the server has said nothing for {0} s", LONGEST_SILENCE.toSeconds());
        }
        return alive;
    }

    private boolean hear(Connection connection, Senders senders) throws IOException {
        boolean heard = false;
        for (FromServer message = connection.poll(); message != null; message = connection.poll()) {
            heard = true;
            switch (message) {
                case Ack ack -> senders.acknowledged(ack);
                case Sealed sealed -> senders.sealed(sealed.recordingId());
                case Refused refused -> refusal = Optional.of(refused);
                case Welcome welcome -> LOG.log(Level.WARNING, "a second welcome is ignored");
                case FromServer.Prepare command -> listener.commanded(command);
                case FromServer.Start command -> listener.commanded(command);
                case FromServer.Marker command -> listener.commanded(command);
                case FromServer.Stop command -> listener.commanded(command);
                case FromServer.Release command -> listener.commanded(command);
                case FromServer.MeasureImpedance command -> listener.commanded(command);
                case FromServer.TimeAnswer heardWhenItCame -> {}
            }
        }
        return heard;
    }

    /** Words go at once; what is only looked at never waits in memory for a slow line. */
    private boolean speak(Connection connection) {
        boolean spoke = false;
        for (FromAgent message = outgoing.nextWord(); message != null; message = outgoing.nextWord()) {
            connection.send(message);
            spoke = true;
        }
        while (connection.ready()) {
            FromAgent message = outgoing.nextShown();
            if (message == null) {
                return spoke;
            }
            connection.send(message);
            spoke = true;
        }
        return spoke;
    }

    private void await() throws InterruptedException {
        wakeUps.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
    }

    private void report(Connection connection) {
        Optional<Status> status = connection.findClosed();
        Optional<Reason> reason =
                refusal.isPresent() ? Refusals.reasonOf(refusal.get()) : status.flatMap(Refusals::reasonOf);
        link.away(System.nanoTime(), reason);
        String words = refusal.map(refused -> refused.code() + ", " + refused.sentence())
                .or(() -> status.map(Refusals::wordsOf))
                .orElse("no answer");
        if (reason.isPresent() && !reason.equals(trouble)) {
            LOG.log(Level.ERROR, "the server {0} and this agent do not come together: {1}", server, words);
            listener.troubled(reason.get());
        } else if (reason.isEmpty() && (refusal.isPresent() || !reportedAway)) {
            reportedAway = true;
            LOG.log(Level.WARNING, "the server {0} is away: {1}", server, words);
        }
        trouble = reason;
    }

    /** Ends the connection; what was not sent stays in the spool. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        wakeUps.release();
        try {
            thread.join(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
