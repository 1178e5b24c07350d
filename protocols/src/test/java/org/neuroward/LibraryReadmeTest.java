package org.neuroward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README of the library shows code that compiles and runs. */
class LibraryReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/org/neuroward/LibraryExample.java");

    @Test
    void theExampleIsTheOneThatIsTested() throws IOException {
        String source = Files.readString(EXAMPLE);
        int begin = source.indexOf("    // README: example\n") + "    // README: example\n".length();
        String example =
                source.substring(begin, source.indexOf("\n    // README: end")).stripIndent();

        assertThat(Files.readString(README)).contains("```java\n" + example + "\n```");
    }

    @Test
    void theExampleSaysSomethingOfARealRecording() throws IOException {
        var printed = new ByteArrayOutputStream();

        LibraryExample.describe(
                SharedData.file("depression/H_S03_EC.edf"), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(4).noneMatch(line -> line.contains("NaN"));
    }

    /** A room that is built but not shown to a visitor is as good as not there. */
    @Test
    void everyPackageOfTheLibraryIsNamed() throws IOException {
        String readme = Files.readString(README);
        try (var folders = Files.list(Path.of("src/main/java/org/neuroward"))) {
            String missing = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !readme.contains("| `" + name + "` |"))
                    .sorted()
                    .collect(Collectors.joining(", "));

            assertThat(missing)
                    .as("packages without a row in protocols/README.md")
                    .isEmpty();
        }
        assertThat(Arrays.asList(readme.split("\n"))).noneMatch(line -> line.length() > 400);
    }
}
