package org.neuroward.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Segment files of one log: each is named after the index of its first frame. */
final class Segments {

    private static final String SUFFIX = ".frames";

    private Segments() {}

    static Path path(Path folder, long firstFrame) {
        return folder.resolve(String.format(Locale.ROOT, "%019d%s", firstFrame, SUFFIX));
    }

    static long firstFrame(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** The recording's folder in each of {@code logs}, there or not. */
    static List<Path> folders(List<Path> logs, UUID recordingId) {
        return logs.stream().map(home -> home.resolve(recordingId.toString())).toList();
    }

    /** In ascending order of frames. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}\\" + SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Of all folders, in ascending order of frames; of two that start with the same frame, the later one last. */
    static List<Path> list(List<Path> folders) throws IOException {
        var segments = new ArrayList<Path>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                segments.addAll(list(folder));
            }
        }
        segments.sort(Comparator.comparingLong(Segments::firstFrame)
                .thenComparing(segment -> segment.toFile().lastModified()));
        return segments;
    }

    /** The segment that holds, or will hold, {@code frameIndex}. */
    static Path holding(List<Path> folders, long frameIndex) throws IOException {
        Path found = null;
        for (Path segment : list(folders)) {
            if (firstFrame(segment) > frameIndex) {
                break;
            }
            found = segment;
        }
        if (found == null) {
            throw new NoSuchFileException(path(folders.getFirst(), 0).toString());
        }
        return found;
    }
}
