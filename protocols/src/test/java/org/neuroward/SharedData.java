package org.neuroward;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings that tests read and the repository does not hold; where they are absent, the test is skipped. */
public final class SharedData {

    private SharedData() {}

    /** @param name path below {@code data} */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("neuroward.shared", "../../shared"))
                .resolve("data")
                .resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: no recording at " + file);
        return file;
    }
}
