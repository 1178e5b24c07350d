package org.neuroward.lsl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads one stream on a thread of its own, and never gives up: after a break it goes back to where the stream was, else looks
 * for it anew. What a program sent while there was no connection is lost, and nothing is read twice.
 */
public final class Inlet implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Inlet.class.getName());
    private static final long LEAST_SILENCE_NANOS = 1_000_000_000L;
    private static final int SILENT_PERIODS = 20;
    private static final long IRREGULAR_SILENCE_NANOS = 7_000_000_000L;
    private static final int MOST_PATIENCE = 16;
    private static final int FIRST_WAIT_MILLIS = 100;
    private static final int LONGEST_WAIT_MILLIS = 2000;

    private final StreamSearch search;
    private final InletSettings settings;
    private final ListenerGate gate;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private volatile Optional<FoundStream> stream = Optional.empty();
    private volatile TimeSync time;
    private volatile Closeable current = () -> {};
    private int patience = 1;

    private Inlet(StreamTarget target, InletSettings settings, InletListener listener) {
        this.search = new StreamSearch(target, settings.network());
        this.settings = settings;
        this.gate = new ListenerGate(listener);
        this.thread = Thread.ofPlatform().name("lsl inlet").daemon().unstarted(this::run);
    }

    /** Starts looking for the stream. */
    public static Inlet start(StreamTarget target, InletSettings settings, InletListener listener) {
        var inlet = new Inlet(target, settings, listener);
        inlet.thread.start();
        return inlet;
    }

    /** The stream that is read, or was read last; empty until it is found for the first time. */
    public Optional<FoundStream> findStream() {
        return stream;
    }

    /** How to turn stamps of the stream into our time, as last measured; empty until it could be. */
    public Optional<TimeCorrection> findCorrection() {
        TimeSync sync = time;
        return sync == null ? Optional.empty() : sync.findCorrection();
    }

    private void run() {
        int waitMillis = FIRST_WAIT_MILLIS;
        try {
            while (!gate.isShut()) {
                try {
                    Optional<FoundStream> next = findNext();
                    if (next.isPresent()) {
                        if (!isReadable(next.get())) {
                            gate.changed(next.get().description());
                            return;
                        }
                        long read = read(next.get());
                        waitMillis = read > 0 ? FIRST_WAIT_MILLIS : waitMillis;
                    }
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "streams cannot be looked for: {0}", e.getMessage());
                }
                rest(waitMillis);
                waitMillis = Math.min(LONGEST_WAIT_MILLIS, 2 * waitMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopTime();
        }
    }

    private Optional<FoundStream> findNext() throws IOException {
        return stream.isPresent() ? search.findAgain(stream.get()) : search.findFirst();
    }

    private boolean isReadable(FoundStream next) {
        return stream.isEmpty()
                || stream.get().description().kind().equals(next.description().kind())
                        && stream.get()
                                .description()
                                .channels()
                                .equals(next.description().channels());
    }

    /** Reads until the connection ends; returns how many samples came. */
    private long read(FoundStream next) {
        boolean newClock = stream.isEmpty()
                || !stream.get()
                        .description()
                        .instance()
                        .hasUid(next.description().instance().uid());
        boolean connected = false;
        try (var feed = new Feed(next, settings)) {
            current = feed;
            if (gate.isShut()) {
                return 0;
            }
            try {
                feed.open();
                stream = Optional.of(next);
                followTime(next, newClock);
                connected = true;
                gate.connected(next.description(), newClock);
                feed.read(gate, this::isSilent);
            } catch (IOException e) {
                patience = feed.samplesRead() > 0 ? 1 : Math.min(MOST_PATIENCE, 2 * patience);
                say(e, connected);
            }
            return feed.samplesRead();
        } catch (IOException e) {
            LOG.log(Level.TRACE, "a connection could not be closed: {0}", e.getMessage());
            return 0;
        }
    }

    private void say(IOException reason, boolean connected) {
        if (!gate.isShut()) {
            LOG.log(Level.DEBUG, "a stream is lost: {0}", reason.getMessage());
            if (connected) {
                gate.disconnected(String.valueOf(reason.getMessage()));
            }
        }
    }

    /** Keeps what it measured as long as the program runs. */
    private void followTime(FoundStream next, boolean newClock) throws IOException {
        if (newClock || time == null) {
            stopTime();
            if (next.service().getPort() > 0) {
                time = TimeSync.start(
                        next.service(),
                        settings.clock(),
                        next.description().kind().name());
            }
        }
    }

    private void stopTime() {
        TimeSync sync = time;
        time = null;
        if (sync != null) {
            sync.close();
        }
    }

    /**
     * A link may be dead without either side being told. A regular stream that says nothing is connected anew; one that stays
     * silent gets more time, so that a program which pauses is not asked every second.
     */
    private boolean isSilent() {
        StreamKind kind = stream.orElseThrow().description().kind();
        long silence = gate.silenceNanos();
        if (kind.isRegular()) {
            long periods = (long) (SILENT_PERIODS * 1e9 / kind.nominalHertz());
            return silence > patience * Math.max(LEAST_SILENCE_NANOS, periods);
        }
        TimeSync sync = time;
        return silence > IRREGULAR_SILENCE_NANOS && sync != null && sync.hasFallenSilent(IRREGULAR_SILENCE_NANOS);
    }

    private void rest(int millis) throws InterruptedException {
        if (gate.isShut()) {
            return;
        }
        gate.idle();
        long nanos = TimeUnit.MILLISECONDS.toNanos(
                millis / 2 + ThreadLocalRandom.current().nextInt(millis / 2 + 1));
        lock.lock();
        try {
            while (!gate.isShut() && nanos > 0) {
                nanos = change.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the reading; when this returns the listener is not called any more. */
    @Override
    public void close() {
        gate.shut();
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            current.close();
        } catch (IOException e) {
            LOG.log(Level.TRACE, "a connection could not be closed: {0}", e.getMessage());
        }
    }
}
