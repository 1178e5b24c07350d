package org.neuroward.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a drill's clinic keeps its data. */
final class WorkFolder {

    /** Tells a folder that a drill has made from one that holds something else. */
    private static final String MARK = "made-by-a-drill";

    private WorkFolder() {}

    /**
     * An empty folder, in the place of one that an earlier drill has left.
     *
     * @throws IllegalArgumentException when something else is there
     */
    static void make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent() && !Files.exists(folder.resolve(MARK))) {
                    throw new IllegalArgumentException("a drill works in an empty folder: " + folder + " is not empty");
                }
            }
            remove(folder);
        }
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MARK));
    }

    /** Removes a drill's folder and all in it; no link is followed. */
    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
