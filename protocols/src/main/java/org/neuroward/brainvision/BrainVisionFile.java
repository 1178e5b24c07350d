package org.neuroward.brainvision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.brainvision.BrainVisionNotice.Kind;
import org.neuroward.samplematrix.CompanionFile;
import org.neuroward.samplematrix.Marker;
import org.neuroward.samplematrix.MatrixContents;
import org.neuroward.samplematrix.MatrixFile;
import org.neuroward.samplematrix.MatrixRecording;
import org.neuroward.samplematrix.MatrixShape;
import org.neuroward.signal.Recording;

/**
 * A BrainVision recording, open for reading: header (.vhdr), markers (.vmrk) and samples (.eeg). Only markers are held in
 * memory; samples are read where they are asked for.
 *
 * <p>Source: BrainVision Core Data Format 1.0, Brain Products.
 */
public final class BrainVisionFile implements Closeable {

    private static final List<String> DATA = List.of("eeg", "dat", "avg", "seg");
    private static final List<String> MARKERS = List.of("vmrk");

    private final MatrixRecording recording;
    private final List<Path> files;
    private final List<BrainVisionNotice> notices;

    private BrainVisionFile(MatrixRecording recording, List<Path> files, List<BrainVisionNotice> notices) {
        this.recording = recording;
        this.files = List.copyOf(files);
        this.notices = List.copyOf(notices);
    }

    /**
     * Opens a recording that holds all it announces.
     *
     * @param path of the header file
     * @throws BrainVisionFormatException when it does not, or cannot be trusted for another reason
     */
    public static BrainVisionFile open(Path path) throws IOException {
        BrainVisionFile file = recover(path);
        List<BrainVisionFormatException> damage = file.damage();
        if (!damage.isEmpty()) {
            file.close();
            throw damage.getFirst();
        }
        return file;
    }

    /** Opens a recording even if samples are missing at its end; {@link #damage} says so. */
    public static BrainVisionFile recover(Path path) throws IOException {
        var notices = new Notices();
        HeaderFile header = HeaderReader.read(path, notices);
        Path data = companion(path, header.dataFile(), DATA, notices)
                .orElseThrow(() -> new BrainVisionFormatException(BrainVisionProblem.DATA_FILE_MISSING, Map.of()));
        var files = new ArrayList<>(List.of(path, data));
        List<VisionMarker> markers = List.of();
        if (header.markerFile().isPresent()) {
            Optional<Path> markerFile = companion(path, header.markerFile().get(), MARKERS, notices);
            if (markerFile.isPresent()) {
                files.add(1, markerFile.get());
                markers = MarkerReader.read(markerFile.get(), notices);
            } else {
                notices.add(Kind.MARKER_FILE_MISSING, Map.of());
            }
        }
        MatrixShape shape = shape(header, Files.size(data), notices);
        MatrixContents contents = contents(header, markers, shape.frames(), notices);
        return new BrainVisionFile(recording(data, shape, contents, notices), files, notices.all());
    }

    public Recording recording() {
        return recording;
    }

    /** Header, markers if there are any, data. */
    public List<Path> files() {
        return files;
    }

    /** What was tolerated or concluded. */
    public List<BrainVisionNotice> notices() {
        return notices;
    }

    /** Why {@link #open} refuses this recording; empty when it does not. */
    public List<BrainVisionFormatException> damage() {
        return notices.stream()
                .filter(BrainVisionNotice::damage)
                .map(notice -> new BrainVisionFormatException(BrainVisionProblem.TRUNCATED, notice.facts()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }

    private static Optional<Path> companion(Path header, String name, List<String> extensions, Notices notices)
            throws IOException {
        Optional<CompanionFile> found = CompanionFile.find(header, name, extensions);
        if (found.filter(CompanionFile::renamed).isPresent()) {
            notices.add(Kind.FILE_RENAMED, Map.of("extension", extensions.getFirst()));
        }
        return found.map(CompanionFile::path);
    }

    private static MatrixRecording recording(Path data, MatrixShape shape, MatrixContents contents, Notices notices)
            throws IOException {
        MatrixFile matrix = MatrixFile.open(data, shape);
        boolean opened = false;
        try {
            MatrixRecording recording = MatrixRecording.of(matrix, contents)
                    .orElseThrow(() -> new BrainVisionFormatException(
                            BrainVisionProblem.TOO_MUCH, Map.of("limit", MatrixRecording.MAX_HOLES)));
            notices.addCount(Kind.HOLES, recording.holeSamples());
            if (!shape.format().isInteger()) {
                notices.add(Kind.FLOATS_ROUNDED, Map.of());
            }
            opened = true;
            return recording;
        } finally {
            if (!opened) {
                matrix.close();
            }
        }
    }

    private static MatrixContents contents(
            HeaderFile header, List<VisionMarker> markers, long frames, Notices notices) {
        SegmentBreaks breaks = SegmentBreaks.of(markers, header.rate(), frames, notices);
        List<VisionMarker> remarks = markers.stream()
                .filter(marker ->
                        !marker.isNewSegment() || !marker.description().isEmpty())
                .toList();
        List<Marker> inside = remarks.stream()
                .filter(marker -> marker.frame() < frames)
                .map(marker -> new Marker(
                        marker.frame(), marker.frames() <= 1 ? 0 : Math.min(marker.frames(), frames), marker.text()))
                .toList();
        notices.addCount(Kind.MARKERS_OUTSIDE, remarks.size() - inside.size());
        return new MatrixContents(header.channels(), header.rate(), breaks.start(), breaks.breaks(), inside);
    }

    private static MatrixShape shape(HeaderFile header, long bytes, Notices notices) throws IOException {
        int channels = header.channels().size();
        long frameBytes = (long) channels * header.format().bytes();
        long held = bytes / frameBytes;
        long announced = header.dataPoints().orElse(held);
        if (!header.multiplexed() && header.dataPoints().isEmpty() && bytes % frameBytes != 0) {
            throw new BrainVisionFormatException(
                    BrainVisionProblem.SIZE_DISAGREES, Map.of("bytes", bytes, "channels", channels));
        }
        if (held == 0) {
            throw new BrainVisionFormatException(BrainVisionProblem.NO_DATA, Map.of("bytes", bytes));
        }
        if (held < announced) {
            Map<String, Long> facts = Map.of("announced", announced, "held", held);
            if (!header.multiplexed()) {
                // Without the announced length nobody knows where a channel begins.
                throw new BrainVisionFormatException(BrainVisionProblem.TRUNCATED, facts);
            }
            notices.add(Kind.DATA_MISSING, facts);
        } else if (held > announced && header.multiplexed()) {
            notices.add(Kind.DATA_POINTS_WRONG, Map.of("announced", announced, "held", held));
        }
        long frames = header.multiplexed() ? held : announced;
        notices.addCount(Kind.TRAILING_BYTES, bytes - frames * frameBytes);
        return new MatrixShape(header.format(), header.multiplexed(), channels, frames);
    }
}
