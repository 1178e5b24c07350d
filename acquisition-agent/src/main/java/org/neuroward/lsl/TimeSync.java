package org.neuroward.lsl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Asks a stream's service port for its time, every two seconds, on a thread of its own. */
final class TimeSync implements Closeable {

    private static final System.Logger LOG = System.getLogger(TimeSync.class.getName());
    private static final long WAVE_INTERVAL_MILLIS = 2000;

    private final LongSupplier clock;
    private final DatagramSocket socket;
    private final Thread thread;
    private volatile Optional<TimeCorrection> correction = Optional.empty();
    private volatile long answeredNanos;
    private volatile boolean answered;
    private volatile boolean closed;

    private TimeSync(DatagramSocket socket, LongSupplier clock, String name) {
        this.socket = socket;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("lsl time " + name).daemon().unstarted(this::run);
    }

    static TimeSync start(InetSocketAddress service, LongSupplier clock, String name) throws IOException {
        var socket = new DatagramSocket();
        try {
            // Only the stream itself may answer.
            socket.connect(service);
        } catch (java.net.SocketException e) {
            socket.close();
            throw e;
        }
        var sync = new TimeSync(socket, clock, name);
        sync.thread.start();
        return sync;
    }

    private void run() {
        while (!closed) {
            long start = System.nanoTime();
            try {
                var wave = new TimeWave(socket, clock);
                Optional<TimeCorrection> measured = wave.measure();
                if (wave.answers() > 0) {
                    answeredNanos = System.nanoTime();
                    answered = true;
                }
                if (measured.isPresent()) {
                    correction = measured;
                }
                rest(start);
            } catch (IOException e) {
                if (!closed) {
                    LOG.log(Level.DEBUG, "the time of a stream cannot be asked for: {0}", e.getMessage());
                    rest(start);
                }
            }
        }
    }

    private void rest(long startNanos) {
        long millis = WAVE_INTERVAL_MILLIS - (System.nanoTime() - startNanos) / 1_000_000;
        try {
            Thread.sleep(Math.max(1, millis));
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** The last one measured. */
    Optional<TimeCorrection> findCorrection() {
        return correction;
    }

    /** Whether it answered once and does so no longer; a service port that is never heard says nothing. */
    boolean hasFallenSilent(long forNanos) {
        return answered && System.nanoTime() - answeredNanos > forNanos;
    }

    @Override
    public void close() {
        closed = true;
        socket.close();
        thread.interrupt();
    }
}
