package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.neuroward.wire.LogFile;
import org.neuroward.wire.LogFiles;

/** A disk that fails as it is told to. What is written to it lies in real files; what has failed once stays noted. */
final class FaultyDisk implements LogFiles {

    /** What is wrong with the disk. */
    enum Fault {
        NONE,
        /** Writes fail for want of room. */
        FULL,
        /** Nothing can be changed. */
        READ_ONLY,
        /** A force fails once for each file, as Linux reports a write-back error: asked again, it would claim success. */
        FORCE_FAILS,
        /** Each force takes long. */
        FORCE_STALLS
    }

    private final LogFiles disk = LogFiles.disk();
    private final CutPower power = new CutPower();
    private final Set<Path> failedFiles = new HashSet<>();
    private volatile Fault fault = Fault.NONE;
    private volatile long stallMillis;
    private volatile Space space = new Space(1L << 40, 1L << 40);
    private long forces;
    private long forcesAfterFailure;
    private long failures;

    /** From now on. */
    void fail(Fault with) {
        fault = with;
    }

    void stall(long millis) {
        stallMillis = millis;
        fault = Fault.FORCE_STALLS;
    }

    void setSpace(Space given) {
        space = given;
    }

    /** Forces that succeeded. */
    synchronized long forces() {
        return forces;
    }

    /** How often a file was forced again after a force of it had failed: must stay 0. */
    synchronized long forcesAfterFailure() {
        return forcesAfterFailure;
    }

    synchronized long failures() {
        return failures;
    }

    /** Takes the power away: from now on everything fails, and on the disk is what a power loss may leave. */
    void cutPower(Random random) throws IOException {
        power.cut(random);
    }

    private void write() throws IOException {
        if (fault == Fault.FULL) {
            throw failed("No space left on device");
        }
        change();
    }

    private void change() throws IOException {
        if (fault == Fault.READ_ONLY) {
            throw failed("Read-only file system");
        }
    }

    private synchronized IOException failed(String sentence) {
        failures++;
        return new IOException(sentence);
    }

    private void force(Path path, LogFile file, CutPower.Content content) throws IOException {
        byte[][] bytes = {{}};
        power.change(() -> bytes[0] = power.forcing(content));
        synchronized (this) {
            if (failedFiles.contains(path)) {
                forcesAfterFailure++;
            }
        }
        if (fault == Fault.FORCE_FAILS) {
            synchronized (this) {
                failedFiles.add(path);
            }
            throw failed("Input/output error");
        }
        if (fault == Fault.FORCE_STALLS) {
            pause();
        }
        power.change(() -> {
            file.force();
            power.forced(content, bytes[0]);
        });
        synchronized (this) {
            forces++;
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(stallMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private final class Watched implements LogFile {
        private final Path path;
        private final LogFile file;
        private final CutPower.Content content;

        private Watched(Path path, LogFile file, CutPower.Content content) {
            this.path = path;
            this.file = file;
            this.content = content;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void write(ByteBuffer bytes, long offset) throws IOException {
            FaultyDisk.this.write();
            int length = bytes.remaining();
            power.change(() -> {
                file.write(bytes, offset);
                power.written(content, offset, length);
            });
        }

        @Override
        public void truncate(long size) throws IOException {
            FaultyDisk.this.change();
            power.change(() -> file.truncate(size));
        }

        @Override
        public void force() throws IOException {
            FaultyDisk.this.force(path, file, content);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public LogFile create(Path path) throws IOException {
        write();
        Watched[] made = {null};
        power.change(() -> made[0] = new Watched(path, disk.create(path), power.created(path)));
        synchronized (this) {
            failedFiles.remove(path);
        }
        return made[0];
    }

    @Override
    public LogFile open(Path path) throws IOException {
        change();
        Watched[] opened = {null};
        power.change(() -> opened[0] = new Watched(path, disk.open(path), power.opened(path)));
        return opened[0];
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!java.nio.file.Files.isDirectory(folder)) {
            write();
            power.change(() -> disk.createFolder(folder));
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        change();
        power.change(() -> {
            disk.rename(from, to);
            power.renamed(from, to);
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        change();
        power.change(() -> {
            disk.delete(path);
            power.deleted(path);
        });
    }

    @Override
    public void forceNames(Path folder) throws IOException {
        change();
        power.change(() -> {
            disk.forceNames(folder);
            power.forcedNames(folder);
        });
    }

    @Override
    public Space space(Path folder) {
        return fault == Fault.FULL ? new Space(0, space.totalBytes()) : space;
    }
}
