package org.neuroward.agent.device.openbci;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.signal.Channel;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;

/**
 * The thread of one board: opens its line again and again, sets the board, reads it while a run goes on. No sample is
 * delivered before the board has confirmed that it is set for EEG.
 */
final class BoardWork implements Runnable {

    private static final System.Logger LOG = System.getLogger(BoardWork.class.getName());
    private static final int READ_MILLIS = 50;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final long SILENCE_NANOS = 3_000_000_000L;
    private static final long READING_NANOS = 4_000_000_000L;

    private final BoardSettings settings;
    private final Line.Door door;
    private final HostClock clock;
    private final List<String> labels;
    private final PacketScanner scanner = new PacketScanner();
    private final byte[] bytes = new byte[1024];
    private volatile BoardRun run;
    private volatile boolean found;
    private volatile boolean measuring;
    private volatile boolean closed;
    private boolean set;
    private boolean streaming;
    private CytonStream stream;
    private int nextChannel;
    private int dollars;
    private long askedNanos;
    private String lastTrouble = "";

    BoardWork(BoardSettings settings, Line.Door door, HostClock clock) {
        this.settings = settings;
        this.door = door;
        this.clock = clock;
        this.labels =
                settings.description().channels().stream().map(Channel::label).toList();
    }

    boolean isFound() {
        return found;
    }

    void serve(BoardRun wanted) {
        run = wanted;
    }

    void measure(boolean on) {
        measuring = on;
    }

    void close() {
        closed = true;
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed) {
            boolean worked = connect();
            pause = worked ? FIRST_PAUSE_MILLIS : Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
            pause(pause);
        }
    }

    /** One connection from its beginning to its end; true when the board was there. */
    private boolean connect() {
        boolean worked = false;
        streaming = false;
        stream = null;
        try (Line line = door.open()) {
            var board = new Board(line, clock);
            begin(board);
            worked = true;
            found = true;
            lastTrouble = "";
            while (!closed) {
                attend(board, line);
            }
        } catch (IOException e) {
            trouble(e.getMessage());
            present().ifPresent(BoardRun::away);
        } catch (BoardRefusedException e) {
            set = false;
            trouble(e.getMessage());
            present().ifPresent(failed -> failed.failed(e.getMessage()));
        }
        return worked;
    }

    private Optional<BoardRun> present() {
        return Optional.ofNullable(run).filter(one -> !one.isEnded());
    }

    /** A board that went on sending while only the line was away is not disturbed: its counter tells what is missing. */
    private void begin(Board board) throws IOException, BoardRefusedException {
        Optional<BoardRun> interrupted = present();
        streaming = set && interrupted.isPresent();
        if (streaming) {
            interrupted.get().reopened(clock.nanos());
        } else {
            setUp(board);
        }
    }

    private void setUp(Board board) throws IOException, BoardRefusedException {
        set = false;
        streaming = false;
        board.setUp(settings);
        set = true;
        present().ifPresent(one -> one.restarted(GapCause.RECONNECTED, clock.nanos()));
    }

    /** Adds the packets that came. */
    private void read(Line line, List<CytonPacket> to) throws IOException {
        int count = line.read(bytes, READ_MILLIS);
        scanner.add(bytes, 0, count);
        for (Optional<CytonPacket> packet = scanner.next(); packet.isPresent(); packet = scanner.next()) {
            to.add(packet.get());
        }
    }

    private void attend(Board board, Line line) throws IOException, BoardRefusedException {
        Optional<BoardRun> wanted = present();
        if (wanted.isEmpty()) {
            if (streaming) {
                streaming = false;
                board.stop();
            }
            line.read(bytes, READ_MILLIS);
            return;
        }
        if (measuring) {
            sweep(board, line, wanted.get());
            return;
        }
        if (!streaming) {
            stream = null;
            board.start();
            streaming = true;
        }
        if (stream == null || stream.run() != wanted.get()) {
            stream = new CytonStream(wanted.get());
        }
        deliver(board, line, wanted.get());
    }

    private void deliver(Board board, Line line, BoardRun to) throws IOException, BoardRefusedException {
        int count = line.read(bytes, READ_MILLIS);
        long now = clock.nanos();
        stream.take(bytes, count, now);
        if (to.silentNanos(now) > SILENCE_NANOS) {
            if (answered(count)) {
                setUp(board);
            } else if (now - askedNanos > SILENCE_NANOS) {
                askedNanos = now;
                board.askVersion();
            }
        }
    }

    /**
     * Whether an answer ends in what was just read. A board that was switched off and on waits, and answers; one that is out of
     * reach goes on sending and must not be stopped, or its counter would not tell what is missing.
     */
    private boolean answered(int count) {
        for (int i = 0; i < count; i++) {
            dollars = bytes[i] == '$' ? dollars + 1 : 0;
            if (dollars == Board.ANSWER_END.length()) {
                return true;
            }
        }
        return false;
    }

    /** Measures one electrode after the other until it is told to end; nothing of that time is EEG. */
    private void sweep(Board board, Line line, BoardRun to) throws IOException, BoardRefusedException {
        set = false;
        streaming = false;
        board.stop();
        try {
            while (measuring && !closed && !to.isEnded()) {
                int channel = nextChannel++ % labels.size();
                to.impedances(List.of(measure(board, line, channel)));
            }
        } catch (BoardRefusedException e) {
            measuring = false;
            trouble(e.getMessage());
            board.setUp(settings);
        }
        set = true;
        to.restarted(GapCause.IMPEDANCE, clock.nanos());
    }

    private Impedance measure(Board board, Line line, int channel) throws IOException, BoardRefusedException {
        board.setForImpedance(channel);
        board.start();
        Optional<int[]> counts = reading(line, channel);
        board.stop();
        board.restore(channel, settings);
        String label = labels.get(channel);
        return counts.map(all -> LeadOff.impedance(label, all, settings.daisy()))
                .orElseGet(() -> LeadOff.unknown(label));
    }

    private Optional<int[]> reading(Line line, int channel) throws IOException {
        var reading = new LeadOffReading(channel, settings.daisy());
        scanner.reset();
        var packets = new ArrayList<CytonPacket>();
        long end = clock.nanos() + READING_NANOS;
        while (clock.nanos() < end && !closed) {
            read(line, packets);
            for (CytonPacket packet : packets) {
                Optional<int[]> counts = reading.add(packet);
                if (counts.isPresent()) {
                    return counts;
                }
            }
            packets.clear();
        }
        return Optional.empty();
    }

    private void trouble(String what) {
        if (!closed && !what.equals(lastTrouble)) {
            lastTrouble = what;
            LOG.log(Level.WARNING, "{0}: {1}", settings.name(), what);
        }
    }

    private void pause(long millis) {
        try {
            for (long left = millis; left > 0 && !closed; left -= READ_MILLIS) {
                clock.sleep(Duration.ofMillis(READ_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
