package org.neuroward.brainvision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.brainvision.BrainVisionNotice.Kind;

/** Reads a marker file (.vmrk). */
final class MarkerReader {

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_MARKERS = 1_000_000;

    private final List<VisionMarker> markers = new ArrayList<>();
    private int unreadable;
    private int undated;

    private MarkerReader() {}

    static List<VisionMarker> read(Path path, Notices notices) throws IOException {
        List<String> lines = TextFile.lines(
                path, MOST_BYTES, BrainVisionProblem.MARKERS_TOO_LARGE, TextFile.MARKER_CHARSETS, notices);
        Map<String, String> section = Sections.of(lines).section("Marker Infos");
        if (section.size() > MOST_MARKERS) {
            throw new BrainVisionFormatException(BrainVisionProblem.TOO_MUCH, Map.of("limit", MOST_MARKERS));
        }
        var reader = new MarkerReader();
        section.forEach(reader::add);
        notices.addCount(Kind.MARKERS_UNREADABLE, reader.unreadable);
        notices.addCount(Kind.DATE_UNREADABLE, reader.undated);
        return reader.markers;
    }

    private void add(String key, String line) {
        String[] fields = line.split(",", -1);
        if (!key.matches("mk\\d+") || fields.length < 3) {
            unreadable++;
            return;
        }
        Optional<Long> position = whole(fields[2]);
        Optional<Long> points = fields.length > 3 ? whole(fields[3]) : Optional.of(0L);
        if (position.isEmpty() || points.isEmpty()) {
            unreadable++;
            return;
        }
        markers.add(new VisionMarker(
                HeaderReader.unescaped(fields[0]),
                HeaderReader.unescaped(fields[1]),
                Math.max(0, position.get() - 1),
                points.get(),
                fields.length > 5 ? date(fields[5].strip()) : Optional.empty()));
    }

    /** Digits only: year, month, day, hour, minute, second, microseconds. Zeros stand for no date. */
    private Optional<LocalDateTime> date(String text) {
        if (text.isEmpty() || text.matches("0+")) {
            return Optional.empty();
        }
        if (!text.matches("\\d{20}")) {
            undated++;
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 4, 6),
                    digits(text, 6, 8),
                    digits(text, 8, 10),
                    digits(text, 10, 12),
                    digits(text, 12, 14),
                    1000 * digits(text, 14, 20)));
        } catch (DateTimeException e) {
            undated++;
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    private static Optional<Long> whole(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return Optional.of(0L);
        }
        return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
