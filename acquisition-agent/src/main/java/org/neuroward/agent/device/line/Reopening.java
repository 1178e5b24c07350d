package org.neuroward.agent.device.line;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.SampleSink;

/**
 * Opens a line to a device again and again: to find out what the device is, or to deliver its samples. A line over which
 * nothing usable comes is closed and opened anew, since one side may not know that the other has gone.
 */
final class Reopening {

    private static final System.Logger LOG = System.getLogger(Reopening.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final long LOOK_MILLIS = 50;
    private static final long LONGEST_SILENCE_NANOS = 3_000_000_000L;

    private final String name;
    private final Supplier<Line> lines;
    private final Dialog dialog;
    private final Consumer<AmplifierDescription> finder;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Object lineLock = new Object();
    private Line line;
    private long lineOpenedNanos;
    private Thread reader;
    private Thread watcher;
    private AmplifierDescription expected;
    private SampleTrack track;
    private SampleSink sink;
    private String lastTrouble = "";

    Reopening(String name, Supplier<Line> lines, Dialog dialog, Consumer<AmplifierDescription> finder) {
        this.name = name;
        this.lines = lines;
        this.dialog = dialog;
        this.finder = finder;
    }

    /** Goes on until the device has said what it is. */
    void search() {
        start();
    }

    /** Goes on until it is stopped, or there is no hope. */
    void deliver(AmplifierDescription description, SampleTrack to, SampleSink failures) {
        expected = description;
        track = to;
        sink = failures;
        start();
    }

    boolean delivers() {
        return track != null && reader.isAlive();
    }

    private void start() {
        reader = Thread.ofPlatform().name(name).daemon().start(this::read);
        watcher = Thread.ofPlatform().name(name + ", watched").daemon().start(this::watch);
    }

    private void read() {
        long pause = FIRST_PAUSE_MILLIS;
        boolean again = true;
        while (again && !isStopped()) {
            long before = track == null ? 0 : track.next();
            again = connect();
            boolean worked = track != null && track.next() > before;
            pause = worked ? FIRST_PAUSE_MILLIS : pause;
            again = again && !pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
        stopped.countDown();
    }

    /** One connection from its beginning to its end; false when there is nothing more to do. */
    private boolean connect() {
        try (Line opened = publish()) {
            opened.open();
            var connection = new Connection(opened, dialog.order());
            AmplifierDescription description = dialog.begin(connection);
            if (track == null) {
                finder.accept(description);
                return false;
            }
            requireSame(description);
            track.reopened();
            dialog.deliver(connection, track);
        } catch (DamagedException e) {
            trouble(Level.WARNING, e.getMessage());
            if (track != null) {
                track.tally(0, 0, 1);
            }
        } catch (IOException e) {
            trouble(Level.INFO, e.toString());
        } catch (HopelessException e) {
            return !giveUp(e);
        }
        return true;
    }

    /** While the device is only looked for, somebody may still set it right. */
    private boolean giveUp(HopelessException e) {
        trouble(Level.ERROR, e.getMessage());
        if (track != null && !isStopped()) {
            sink.failed(e.getMessage());
        }
        return track != null;
    }

    private void requireSame(AmplifierDescription description) throws HopelessException {
        if (!description.channels().equals(expected.channels())) {
            finder.accept(description);
            throw new HopelessException("the device now delivers other channels, or another rate: " + name);
        }
    }

    private void trouble(Level level, String what) {
        if (!isStopped() && !what.equals(lastTrouble)) {
            lastTrouble = what;
            LOG.log(level, "{0}: {1}", name, what);
        }
    }

    private Line publish() throws IOException {
        synchronized (lineLock) {
            line = lines.get();
            lineOpenedNanos = System.nanoTime();
            if (isStopped()) {
                line.close();
            }
            return line;
        }
    }

    private void watch() {
        while (!pause(LOOK_MILLIS)) {
            if (track != null) {
                track.look();
            }
            synchronized (lineLock) {
                boolean old = System.nanoTime() - lineOpenedNanos > LONGEST_SILENCE_NANOS;
                if (old && (track == null || track.isStale())) {
                    closeLine();
                }
            }
        }
    }

    private void closeLine() {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0}: {1}", name, e.toString());
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** True when it was stopped meanwhile. */
    private boolean pause(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** When this returns nothing is delivered any more. */
    void stop() {
        stopped.countDown();
        synchronized (lineLock) {
            closeLine();
        }
        join(reader);
        join(watcher);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
