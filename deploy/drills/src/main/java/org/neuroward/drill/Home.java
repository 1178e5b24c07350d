package org.neuroward.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the whole product, in which the built modules lie. */
public final class Home {

    private Home() {}

    /** The nearest folder above the working one that holds the launcher. */
    public static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("neuroward")) && Files.exists(folder.resolve("ARCHITECTURE.md"))) {
                return folder;
            }
        }
        throw new IllegalStateException("the drills must run within the folder of Neuroward");
    }

    /** {@code target} of a module. */
    static Path built(String module) {
        return folder().resolve(module).resolve("target");
    }

    /** The commit that is checked out, or a question mark. */
    static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .directory(folder().toFile())
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.matches("[0-9a-f]+") ? answer : "?";
        } catch (IOException e) {
            return "?";
        }
    }
}
