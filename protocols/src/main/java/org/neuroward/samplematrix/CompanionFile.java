package org.neuroward.samplematrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that another one, the header, names. Only the folder of the header is looked at, so that a header cannot reach other
 * files; after a renaming the file of the header's own stem stands in.
 *
 * @param renamed whether it bears another name than the header says
 */
public record CompanionFile(Path path, boolean renamed) {

    /** @param extensions of the files that may stand in, lower case */
    public static Optional<CompanionFile> find(Path header, String written, List<String> extensions)
            throws IOException {
        String stem = stem(header);
        // BrainVision 2.0 lets a header say "of my own name".
        String name = written.replace("$b", stem);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        Optional<Path> named = sibling(header, name);
        if (named.isPresent()) {
            return Optional.of(new CompanionFile(named.get(), false));
        }
        Optional<Path> found = similar(header, name);
        for (String extension : extensions) {
            found = found.isPresent() ? found : similar(header, stem + "." + extension);
        }
        return found.map(path -> new CompanionFile(path, true));
    }

    /** File name without its extension. */
    private static String stem(Path header) {
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
