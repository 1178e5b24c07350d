package org.neuroward.wire;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
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

    /** In ascending order of frames. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}\\" + SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** The segment that holds, or will hold, {@code frameIndex}. */
    static Path holding(Path folder, long frameIndex) throws IOException {
        Path found = null;
        for (Path segment : list(folder)) {
            if (firstFrame(segment) > frameIndex) {
                break;
            }
            found = segment;
        }
        if (found == null) {
            throw new NoSuchFileException(path(folder, 0).toString());
        }
        return found;
    }

    /** Makes new names in {@code folder} survive a power loss. Windows has no such call. */
    static void forceNames(Path folder) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
