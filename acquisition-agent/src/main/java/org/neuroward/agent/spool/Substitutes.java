package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.neuroward.wire.Frame;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.LogFile;
import org.neuroward.wire.LogHome;

/**
 * Frames that stand for those that the bedside disk damaged: gaps of cause {@link GapCause#DISK} over exactly the samples
 * that are lost, and a remark for a lost frame without samples. Damaged bytes stay as they are.
 *
 * <p>Each is forced to disk, in a file beside the log, before it is given out: from then on it is the frame of its index, even
 * if the disk gave the old one back some day.
 */
final class Substitutes {

    private static final System.Logger LOG = System.getLogger(Substitutes.class.getName());
    private static final String SUFFIX = ".substitute";

    private final SpoolPlan plan;
    private final UUID recordingId;
    private final Map<Long, Frame> frames = new ConcurrentHashMap<>();
    private boolean loaded;

    Substitutes(SpoolPlan plan, UUID recordingId) {
        this.plan = plan;
        this.recordingId = recordingId;
    }

    synchronized Optional<Frame> find(long index) throws IOException {
        if (!loaded) {
            loaded = true;
            load();
        }
        return Optional.ofNullable(frames.get(index));
    }

    private void load() throws IOException {
        for (LogHome home : plan.homes()) {
            Path folder = home.folder(recordingId);
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                    for (Path file : files) {
                        read(file);
                    }
                }
            }
        }
    }

    private void read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.hasRemaining()) {
            byte[] one = new byte[bytes.getInt()];
            bytes.get(one);
            Frame frame = Frame.decode(one);
            frames.put(frame.index(), frame);
        }
    }

    /** Makes those for the frames from {@code from} up to the next sound one, and forces them to disk. */
    synchronized void make(SpooledRecording recording, long from) throws IOException {
        List<Frame> made = new Bridge(recording, from).frames();
        store(from, made);
        LOG.log(
                Level.ERROR,
                "recording {0}: the disk lost {1} frames from frame {2} on; a gap stands for them",
                recordingId,
                made.size(),
                from);
    }

    private void store(long from, List<Frame> made) {
        for (LogHome home : plan.homes()) {
            try {
                write(home, from, made);
                break;
            } catch (IOException e) {
                LOG.log(Level.ERROR, "what stands for damaged frames is not stored in {0}: {1}", home.logs(), e);
            }
        }
        made.forEach(frame -> frames.put(frame.index(), frame));
    }

    private void write(LogHome home, long from, List<Frame> made) throws IOException {
        Path folder = home.folder(recordingId);
        home.files().createFolder(folder);
        Path part = folder.resolve(from + SUFFIX + ".part");
        Files.deleteIfExists(part);
        try (LogFile file = home.files().create(part)) {
            long at = 0;
            for (Frame frame : made) {
                byte[] bytes = frame.encode();
                ByteBuffer entry = ByteBuffer.allocate(Integer.BYTES + bytes.length);
                file.write(entry.putInt(bytes.length).put(bytes).flip(), at);
                at += entry.capacity();
            }
            file.force();
        }
        home.files().rename(part, folder.resolve(from + SUFFIX));
        home.files().forceNames(folder);
    }
}
