package org.neuroward.recordingfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.neuroward.brainvision.BrainVisionFile;
import org.neuroward.edf.EdfRecording;
import org.neuroward.eeglab.EeglabFile;
import org.neuroward.signal.Recording;
import org.neuroward.signal.RecordingFormatException;
import org.neuroward.signal.RecordingNotice;

/**
 * A recording on disk, open for reading, whatever its format: EDF, EDF+, BDF, BDF+, BrainVision, EEGLAB.
 *
 * <p>Holds the files open until closed.
 */
public final class RecordingFile implements Closeable {

    private final Recording recording;
    private final String format;
    private final List<Path> files;
    private final List<RecordingNotice> notices;
    private final List<RecordingFormatException> damage;

    private RecordingFile(
            Recording recording,
            String format,
            List<Path> files,
            List<? extends RecordingNotice> notices,
            List<? extends RecordingFormatException> damage) {
        this.recording = recording;
        this.format = format;
        this.files = List.copyOf(files);
        this.notices = List.copyOf(notices);
        this.damage = List.copyOf(damage);
    }

    /**
     * Opens a file that holds all it announces.
     *
     * @throws RecordingFormatException when it does not, or cannot be trusted for another reason
     */
    public static RecordingFile open(Path path) throws IOException {
        RecordingFile file = recover(path);
        if (!file.damage.isEmpty()) {
            file.close();
            throw file.damage.getFirst();
        }
        return file;
    }

    /** Opens a file even if data are missing or spoilt, as after a crash; {@link #damage} says so. */
    public static RecordingFile recover(Path path) throws IOException {
        return switch (FileKind.of(path)) {
            case EDF -> edf(path);
            case BRAINVISION -> brainVision(path);
            case BRAINVISION_COMPANION -> brainVision(FileKind.headerBeside(path));
            case EEGLAB -> eeglab(path);
            case UNKNOWN -> throw new UnknownFormatException();
        };
    }

    private static RecordingFile edf(Path path) throws IOException {
        EdfRecording edf = EdfRecording.recover(path);
        return new RecordingFile(edf, edf.header().format().label(), List.of(path), edf.notices(), edf.damage());
    }

    private static RecordingFile brainVision(Path path) throws IOException {
        BrainVisionFile file = BrainVisionFile.recover(path);
        return new RecordingFile(file.recording(), "BrainVision", file.files(), file.notices(), file.damage());
    }

    private static RecordingFile eeglab(Path path) throws IOException {
        EeglabFile file = EeglabFile.recover(path);
        return new RecordingFile(file.recording(), "EEGLAB", file.files(), file.notices(), file.damage());
    }

    public Recording recording() {
        return recording;
    }

    /** Name of the format for people, for example {@code EDF+C}. */
    public String format() {
        return format;
    }

    /** All files that make up the recording, the one that was named first. */
    public List<Path> files() {
        return files;
    }

    /** What was tolerated or concluded. */
    public List<RecordingNotice> notices() {
        return notices;
    }

    /** Why {@link #open} refuses this file; empty when it does not. */
    public List<RecordingFormatException> damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
