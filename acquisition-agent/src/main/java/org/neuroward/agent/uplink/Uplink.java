package org.neuroward.agent.uplink;

import io.grpc.Status;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.neuroward.agent.spool.Spool;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.RefusalCode;

/**
 * Keeps one stream to the server open as long as the agent runs. Frames wait on the disk, never in memory: one is read only
 * when the connection takes it. After a break everything since the server's last durable frame is sent again.
 */
public final class Uplink implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Uplink.class.getName());
    private static final Duration WELCOME_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);
    private static final int PREVIEWS_KEPT = 64;

    private final ServerAddress server;
    private final Supplier<Hello> hello;
    private final Spool spool;
    private final UplinkListener listener;
    private final Backoff backoff;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Queue<FromAgent> messages = new ConcurrentLinkedQueue<>();
    private final Queue<Preview> previews = new ArrayBlockingQueue<>(PREVIEWS_KEPT);
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean closed;
    private boolean reportedAway;
    private Refused refusal;

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

    /** Sends a message on the present connection; without one it is dropped, since a new one starts with a hello. */
    public void say(FromAgent message) {
        messages.add(message);
        wakeUps.release();
    }

    /** Shows counts to the server if there is room; they are dropped otherwise. */
    public void show(Preview preview) {
        if (previews.offer(preview)) {
            wakeUps.release();
        }
    }

    private void run() {
        try {
            while (!closed) {
                attend();
                closing.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend() throws InterruptedException {
        refusal = null;
        messages.clear();
        previews.clear();
        try (var connection = new Connection(BedsideMethod.dial(server), wakeUps::release)) {
            Hello greeting = hello.get();
            connection.send(greeting);
            Welcome welcome = awaitWelcome(connection);
            if (welcome != null) {
                serve(connection, greeting, welcome);
            }
            if (!closed) {
                report(connection.closed());
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the spool or the certificates cannot be read: {0}", e.getMessage());
        }
    }

    private Welcome awaitWelcome(Connection connection) throws InterruptedException {
        long deadline = System.nanoTime() + WELCOME_TIMEOUT.toNanos();
        while (!closed && System.nanoTime() < deadline) {
            FromServer message = connection.poll();
            if (message instanceof Welcome welcome) {
                return welcome;
            }
            if (message instanceof Refused refused) {
                refusal = refused;
            }
            if (message == null && !connection.open()) {
                return null;
            }
            if (message == null) {
                await();
            }
        }
        return null;
    }

    private void serve(Connection connection, Hello greeting, Welcome welcome)
            throws IOException, InterruptedException {
        LOG.log(Level.INFO, "connected to {0}", server);
        backoff.reset();
        reportedAway = false;
        var announced = greeting.recordings().stream()
                .map(SpooledRecording::recordingId)
                .collect(Collectors.toSet());
        try (var senders = new Senders(spool, listener, announced, welcome)) {
            listener.welcomed();
            while (!closed && connection.open()) {
                boolean moved = hear(connection, senders);
                moved |= speak(connection);
                moved |= senders.sendSome(connection);
                if (!moved) {
                    await();
                }
            }
            hear(connection, senders);
        }
    }

    private boolean hear(Connection connection, Senders senders) throws IOException {
        boolean heard = false;
        for (FromServer message = connection.poll(); message != null; message = connection.poll()) {
            heard = true;
            switch (message) {
                case Ack ack -> senders.acknowledged(ack);
                case Sealed sealed -> senders.sealed(sealed.recordingId());
                case Refused refused -> refusal = refused;
                case Welcome welcome -> LOG.log(Level.WARNING, "a second welcome is ignored");
                case FromServer.Prepare command -> listener.commanded(command);
                case FromServer.Start command -> listener.commanded(command);
                case FromServer.Marker command -> listener.commanded(command);
                case FromServer.Stop command -> listener.commanded(command);
                case FromServer.Release command -> listener.commanded(command);
                case FromServer.MeasureImpedance command -> listener.commanded(command);
                case FromServer.TimeAnswer answer -> {}
            }
        }
        return heard;
    }

    private boolean speak(Connection connection) {
        boolean spoke = false;
        for (FromAgent message = messages.poll(); message != null; message = messages.poll()) {
            connection.send(message);
            spoke = true;
        }
        while (connection.ready() && !previews.isEmpty()) {
            connection.send(previews.poll());
            spoke = true;
        }
        return spoke;
    }

    private void await() throws InterruptedException {
        wakeUps.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
    }

    private void report(Status status) {
        if (refusal == null && status != null && status.getCode() == Status.Code.UNAUTHENTICATED) {
            refusal = new Refused(RefusalCode.WRONG_SECRET, String.valueOf(status.getDescription()));
        }
        if (refusal != null) {
            hear(refusal);
        } else if (!reportedAway) {
            reportedAway = true;
            LOG.log(Level.WARNING, "the server {0} is away: {1}", server, reason(status));
        }
    }

    /** The innermost cause says most: a refused connection, or a certificate that is not trusted. */
    private static String reason(Status status) {
        if (status == null) {
            return "no answer";
        }
        Throwable cause = status.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return status.getCode() + ", " + (cause == null ? status.getDescription() : cause.getMessage());
    }

    private void hear(Refused refusal) {
        if (isFinal(refusal.code())) {
            listener.refused(refusal);
        } else {
            LOG.log(Level.WARNING, "the server closed the connection: {0}, {1}", refusal.code(), refusal.sentence());
        }
    }

    private static boolean isFinal(RefusalCode code) {
        return switch (code) {
            case UNKNOWN_AGENT, WRONG_SECRET, UNSUPPORTED_WIRE_VERSION -> true;
            case REPLACED, DAMAGED_FRAME, WRONG_INDEX, UNKNOWN_SESSION, STORAGE_FAILED -> false;
        };
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
