package org.neuroward.brainvision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuroward.brainvision.BrainVisionNotice.Kind;

/**
 * The data or marker file that a header names. Only the folder of the header is looked at, so that a header cannot reach other
 * files; after a renaming the file of the same stem stands in.
 */
final class CompanionFile {

    static final List<String> DATA = List.of("eeg", "dat", "avg", "seg");
    static final List<String> MARKERS = List.of("vmrk");

    private CompanionFile() {}

    static Optional<Path> find(Path header, String written, List<String> extensions, Notices notices)
            throws IOException {
        String stem = stem(header);
        String name = written.replace("$b", stem);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        Optional<Path> named = sibling(header, name);
        if (named.isPresent()) {
            return named;
        }
        Optional<Path> found = similar(header, name);
        for (String extension : extensions) {
            found = found.isPresent() ? found : similar(header, stem + "." + extension);
        }
        if (found.isPresent()) {
            notices.add(Kind.FILE_RENAMED, Map.of("extension", extensions.getFirst()));
        }
        return found;
    }

    static String stem(Path header) {
        String name = header.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Optional<Path> sibling(Path header, String name) {
        try {
            Path path = header.resolveSibling(name);
            return !name.isEmpty() && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Other systems do not tell upper from lower case in file names. */
    private static Optional<Path> similar(Path header, String name) throws IOException {
        Path folder = header.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst();
        }
    }
}
