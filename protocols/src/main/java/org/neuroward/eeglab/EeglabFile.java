package org.neuroward.eeglab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neuroward.eeglab.EeglabNotice.Kind;
import org.neuroward.samplematrix.CompanionFile;
import org.neuroward.samplematrix.MatrixChannel;
import org.neuroward.samplematrix.MatrixContents;
import org.neuroward.samplematrix.MatrixFile;
import org.neuroward.samplematrix.MatrixRecording;
import org.neuroward.samplematrix.MatrixShape;
import org.neuroward.samplematrix.NumberFormat;
import org.neuroward.samplematrix.SampleMatrix;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * A continuous EEGLAB dataset, open for reading: a MAT file of version 5 to 7 (.set) with its samples inside, or beside it as
 * floats of 32 bits (.fdt). Samples are microvolts, by EEGLAB's convention. A dataset cut into epochs is no recording and is
 * refused.
 *
 * <p>Source: Delorme, Makeig, "EEGLAB", J Neurosci Methods 2004;134:9, and the fields that EEGLAB's documentation describes.
 */
public final class EeglabFile implements Closeable {

    private static final int MOST_CHANNELS = 10_000;

    private final MatrixRecording recording;
    private final List<Path> files;
    private final List<EeglabNotice> notices;

    private EeglabFile(MatrixRecording recording, List<Path> files, List<EeglabNotice> notices) {
        this.recording = recording;
        this.files = List.copyOf(files);
        this.notices = List.copyOf(notices);
    }

    /**
     * Opens a dataset that holds all it announces.
     *
     * @param path of the .set file
     * @throws EeglabFormatException when it does not, or cannot be trusted for another reason
     */
    public static EeglabFile open(Path path) throws IOException {
        EeglabFile file = recover(path);
        List<EeglabFormatException> damage = file.damage();
        if (!damage.isEmpty()) {
            file.close();
            throw damage.getFirst();
        }
        return file;
    }

    /** Opens a dataset even if samples are missing at its end; {@link #damage} says so. */
    public static EeglabFile recover(Path path) throws IOException {
        MatFields fields = MatFields.read(path);
        double trials = fields.number("trials");
        if (trials > 1) {
            throw new EeglabFormatException(EeglabProblem.EPOCHED, Map.of("epochs", (long) trials));
        }
        int channels = (int) fields.whole("nbchan", 1, MOST_CHANNELS);
        long frames = fields.whole("pnts", 1, 1L << 48);
        var rate = new SamplingRate(fields.number("srate", 0.01, 1e7));
        var notices = new Notices();
        var files = new ArrayList<>(List.of(path));
        SampleMatrix matrix = matrix(
                path,
                fields.get("data"),
                new MatrixShape(NumberFormat.FLOAT_32, true, channels, frames),
                files,
                notices);
        boolean opened = false;
        try {
            long held = matrix.shape().frames();
            Events events = fields.findStructures("event")
                    .map(structures -> Events.of(structures, held, rate, notices))
                    .orElse(Events.none());
            var contents = new MatrixContents(
                    channels(fields, channels, notices), rate, Optional.empty(), events.breaks(), events.markers());
            MatrixRecording recording = recording(matrix, contents, notices);
            opened = true;
            return new EeglabFile(recording, files, notices.all());
        } finally {
            if (!opened) {
                matrix.close();
            }
        }
    }

    public Recording recording() {
        return recording;
    }

    /** The dataset, and the file of its samples if they are not inside. */
    public List<Path> files() {
        return files;
    }

    /** What was tolerated or concluded. */
    public List<EeglabNotice> notices() {
        return notices;
    }

    /** Why {@link #open} refuses this dataset; empty when it does not. */
    public List<EeglabFormatException> damage() {
        return notices.stream()
                .filter(EeglabNotice::damage)
                .map(notice -> new EeglabFormatException(EeglabProblem.TRUNCATED, notice.facts()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }

    private static MatrixRecording recording(SampleMatrix matrix, MatrixContents contents, Notices notices)
            throws IOException {
        MatrixRecording recording = MatrixRecording.of(matrix, contents)
                .orElseThrow(() ->
                        new EeglabFormatException(EeglabProblem.TOO_MUCH, Map.of("limit", MatrixRecording.MAX_HOLES)));
        notices.addCount(Kind.HOLES, recording.holeSamples());
        notices.add(Kind.FLOATS_ROUNDED, Map.of());
        return recording;
    }

    private static SampleMatrix matrix(Path path, Array data, MatrixShape announced, List<Path> files, Notices notices)
            throws IOException {
        if (data instanceof Matrix inside) {
            return inside(inside, announced);
        }
        if (!(data instanceof Char)) {
            throw new EeglabFormatException(EeglabProblem.FIELD_UNUSABLE, Map.of("field", "data", "text", "?"));
        }
        String name = MatFields.findText(data).orElse("");
        if (name.toLowerCase(Locale.ROOT).endsWith(".dat")) {
            throw new EeglabFormatException(EeglabProblem.DATA_FILE_OLD, Map.of());
        }
        CompanionFile beside = CompanionFile.find(path, name, List.of("fdt"))
                .orElseThrow(() -> new EeglabFormatException(EeglabProblem.DATA_FILE_MISSING, Map.of()));
        if (beside.renamed()) {
            notices.add(Kind.FILE_RENAMED, Map.of());
        }
        files.add(beside.path());
        return MatrixFile.open(beside.path(), held(announced, Files.size(beside.path()), notices));
    }

    private static SampleMatrix inside(Matrix matrix, MatrixShape announced) throws EeglabFormatException {
        if (matrix.getNumElements() == 0) {
            throw new EeglabFormatException(EeglabProblem.NO_DATA, Map.of());
        }
        if (matrix.isComplex()
                || matrix.getNumDimensions() != 2
                || matrix.getNumRows() != announced.channels()
                || matrix.getNumCols() != announced.frames()) {
            throw new EeglabFormatException(
                    EeglabProblem.SIZE_DISAGREES,
                    Map.of(
                            "channels", announced.channels(),
                            "frames", announced.frames(),
                            "rows", matrix.getNumRows(),
                            "columns", matrix.getNumCols()));
        }
        return new MatrixInMemory(matrix);
    }

    private static MatrixShape held(MatrixShape announced, long bytes, Notices notices) throws EeglabFormatException {
        long frameBytes = (long) announced.channels() * announced.format().bytes();
        long held = Math.min(announced.frames(), bytes / frameBytes);
        if (held == 0) {
            throw new EeglabFormatException(EeglabProblem.NO_DATA, Map.of());
        }
        if (held < announced.frames()) {
            notices.add(Kind.DATA_MISSING, Map.of("announced", announced.frames(), "held", held));
        }
        notices.addCount(Kind.TRAILING_BYTES, bytes - held * frameBytes);
        return new MatrixShape(announced.format(), true, announced.channels(), held);
    }

    private static List<MatrixChannel> channels(MatFields fields, int count, Notices notices)
            throws EeglabFormatException {
        Optional<Struct> places = fields.findStructures("chanlocs");
        if (places.isPresent() && places.get().getNumElements() != count) {
            throw new EeglabFormatException(
                    EeglabProblem.CHANNELS_DISAGREE,
                    Map.of("announced", count, "held", places.get().getNumElements()));
        }
        var channels = new ArrayList<MatrixChannel>();
        Set<String> labels = new HashSet<>();
        int missing = 0;
        int repeated = 0;
        for (int i = 0; i < count; i++) {
            int index = i;
            String label = places.flatMap(p -> text(p, "labels", index)).orElse("");
            missing += label.isEmpty() ? 1 : 0;
            label = label.isEmpty() ? Integer.toString(i + 1) : label;
            repeated += labels.add(label) ? 0 : 1;
            String type = places.flatMap(p -> text(p, "type", index)).orElse("");
            channels.add(new MatrixChannel(label, kind(type, label), "uV", 1, ""));
        }
        notices.addCount(Kind.LABELS_MISSING, missing);
        notices.addCount(Kind.LABEL_REPEATED, repeated);
        return channels;
    }

    private static ChannelKind kind(String type, String label) {
        ChannelKind stated = ChannelKind.ofLabel(type);
        return stated == ChannelKind.OTHER ? ChannelKind.ofLabel(label) : stated;
    }

    private static Optional<String> text(Struct structures, String field, int index) {
        return MatFields.find(structures, field, index).flatMap(MatFields::findText);
    }
}
