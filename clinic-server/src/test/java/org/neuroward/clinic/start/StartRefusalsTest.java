package org.neuroward.clinic.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusalsTest {
    private static final StartTexts ENGLISH = new StartTexts(Locale.ENGLISH);
    private static final StartTexts CHINESE = new StartTexts(Locale.SIMPLIFIED_CHINESE);

    @TempDir
    Path folder;

    @Test
    void aFolderOfANewerVersionIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("version"), "7\n");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> DataFolder.open(folder));

        assertThat(refused.sentence(ENGLISH)).contains("newer Neuroward").contains("version 7, this program knows 1");
        assertThat(refused.sentence(CHINESE)).contains("更新版本").contains("目录版本 7");
        assertThat(Files.readString(folder.resolve("version"))).isEqualTo("7\n");
    }

    @Test
    void aVersionThatIsNoNumberIsRefused() throws IOException {
        Files.writeString(folder.resolve("version"), "x");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> DataFolder.open(folder));

        assertThat(refused.sentence(ENGLISH)).contains("does not hold a version number");
    }

    @Test
    void aFolderHasOneServerAtATimeAndIsFreeAfterIt() throws Exception {
        try (DataFolder first = DataFolder.open(folder)) {
            StartRefused refused = catchThrowableOfType(StartRefused.class, () -> DataFolder.open(folder));
            assertThat(first.path()).isEqualTo(folder);
            assertThat(refused.sentence(ENGLISH)).contains("in use by another Neuroward server");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsRefused() throws IOException {
        // A file in the way and not a read-only folder: the tests may run as root, who may write anywhere.
        Path file = Files.writeString(folder.resolve("file"), "");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> DataFolder.open(file.resolve("data")));

        assertThat(refused.sentence(ENGLISH)).contains("cannot be written");
    }

    @Test
    void aBusyPortIsNamedWithTheSettingThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StartRefused refused = catchThrowableOfType(
                    StartRefused.class,
                    () -> Ports.requireFree("127.0.0.1", other.getLocalPort(), "quarkus.http.port"));

            assertThat(refused.sentence(ENGLISH))
                    .startsWith("Port " + other.getLocalPort() + " is in use")
                    .contains("--port", "quarkus.http.port");
        }
    }

    @Test
    void everySentenceIsThereInBothLanguagesAndIsOneSentence() throws IOException {
        Properties english = texts("texts.properties");
        Properties chinese = texts("texts_zh.properties");

        assertThat(new TreeSet<>(chinese.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(Arrays.asList("folder.newer", "port.busy", "schema.newer"))
                .allSatisfy(key -> assertThat(ENGLISH.say(key, "A", "B", "C"))
                        .doesNotContain("{")
                        .doesNotContain("\n"));
    }

    @Test
    void theProgramKnowsTheSchemaOfItsOwnMigrations() throws IOException {
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            int newest = migrations
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(SchemaCheck.NEWEST).isEqualTo(newest);
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = StartTexts.class.getResourceAsStream(name)) {
            properties.load(in);
        }
        return properties;
    }
}
