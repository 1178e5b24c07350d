package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.LogFile;
import org.neuroward.wire.LogFiles.Space;
import org.neuroward.wire.LogHome;

/**
 * How the disks of the spool are doing: which ones failed, and how much room there is.
 *
 * <p>Room is judged by a share of the disk, but on a large disk by an amount: a tenth of some terabytes is weeks of recording.
 */
final class DiskWatch {

    /** A fifth of the disk, or more than four days of 64 channels at 1 kHz. */
    private static final double LOW_SHARE = 0.2;

    private static final long LOW_BYTES = gibibytes(100);

    /** A tenth of the disk, or a day of 64 channels at 1 kHz: what runs can end, nothing new begins. */
    private static final double FULL_SHARE = 0.1;

    private static final long FULL_BYTES = gibibytes(22);

    private static final System.Logger LOG = System.getLogger(DiskWatch.class.getName());
    private static final Space UNKNOWN = new Space(0, 0);

    private final List<LogHome> homes;
    private final Map<LogHome, DiskState> troubles = new LinkedHashMap<>();

    DiskWatch(List<LogHome> homes) {
        this.homes = homes;
    }

    private static long gibibytes(long count) {
        return count * 1024 * 1024 * 1024;
    }

    synchronized void failed(LogHome home, IOException e) {
        DiskState before = troubles.put(home, stateOf(e));
        if (before == null) {
            LOG.log(Level.ERROR, "the disk of {0} takes no recordings: {1}", home.logs(), e.toString());
        }
    }

    synchronized void works(LogHome home) {
        if (troubles.remove(home) != null) {
            LOG.log(Level.WARNING, "the disk of {0} takes recordings again", home.logs());
        }
    }

    /** The system tells these two by a sentence only. */
    private static DiskState stateOf(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota") || text.contains("not enough space")) {
            return DiskState.FULL;
        }
        return text.contains("read-only") ? DiskState.READ_ONLY : DiskState.FAILED;
    }

    /** Those that did not fail first. */
    synchronized List<LogHome> homes() {
        var sorted = new ArrayList<>(homes);
        sorted.sort(java.util.Comparator.comparing(troubles::containsKey));
        return sorted;
    }

    /** Of the disk that failed, else by the room on the first one. */
    synchronized DiskState state() {
        if (!troubles.isEmpty()) {
            return troubles.values().iterator().next();
        }
        return stateOf(space());
    }

    /** The room of the disk that is written to. */
    Space space() {
        return space(homes().getFirst());
    }

    private static Space space(LogHome home) {
        try {
            return home.files().space(home.logs());
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    static DiskState stateOf(Space space) {
        if (space.freeBytes() < least(space, FULL_SHARE, FULL_BYTES)) {
            return DiskState.FULL;
        }
        return space.freeBytes() < least(space, LOW_SHARE, LOW_BYTES) ? DiskState.LOW : DiskState.OK;
    }

    private static long least(Space space, double share, long most) {
        return Math.min((long) (space.totalBytes() * share), most);
    }

    /** True when a disk that works has room for another recording. */
    synchronized boolean takesRecordings() {
        return homes.stream()
                .filter(home -> !troubles.containsKey(home))
                .anyMatch(home -> stateOf(space(home)) != DiskState.FULL);
    }

    /** Tries the disks that failed: one that takes a new file and forces it may be used again. */
    void probe() {
        for (LogHome home : homes) {
            if (hasTrouble(home)) {
                try {
                    probe(home);
                    works(home);
                } catch (IOException | ReadOnlyFileSystemException e) {
                    LOG.log(Level.DEBUG, "the disk of {0} still fails: {1}", home.logs(), e.toString());
                }
            }
        }
    }

    private synchronized boolean hasTrouble(LogHome home) {
        return troubles.containsKey(home);
    }

    private static void probe(LogHome home) throws IOException {
        Path path = home.logs().resolve("probe");
        home.files().createFolder(home.logs());
        if (Files.exists(path)) {
            home.files().delete(path);
        }
        try (LogFile file = home.files().create(path)) {
            file.write(ByteBuffer.allocate(64 * 1024), 0);
            file.force();
        }
        home.files().delete(path);
    }
}
