package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.RefusalCode;

/** What the agent says when it cannot start: one sentence, exit code 2. */
class AgentMainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    --nonsense x, There is no option --nonsense
                    --server, The option --server needs a value
                    --server nowhere, --server takes HOST:PORT
                    --server clinic:99999, --server takes HOST:PORT
                    --seed 1.5, --seed takes a whole number
                    --speed 0, --speed takes a number above 0
                    --speed fast, --speed takes a number above 0
                    --local-port 70000, --local-port takes a number from 0
                    --secret other, The option --secret was given twice
                    --recording missing.edf, The file missing.edf cannot be read
                    --device nonsense:x, There is no kind of device "nonsense"
                    --device Nonsense, --device takes FAMILY:PLACE
                    --device simulated?colour=red, A device of the kind simulated has no setting "colour"
                    --tls-trust missing.pem, The file missing.pem cannot be read
                    """)
    void saysWhatIsWrongWithAnOption(String options, String beginning) {
        assertThat(run(Locale.ENGLISH, options.split(" "))).isEqualTo(2);

        assertThat(error()).startsWith(beginning).hasLineCount(1);
    }

    @Test
    void needsASecret() {
        int exit = AgentMain.run(
                new String[] {"--server", "localhost:1", "--agent-id", "bed-1", "--data", folder.toString()},
                print(out),
                print(err),
                Locale.ENGLISH);

        assertThat(exit).isEqualTo(2);
        assertThat(error())
                .startsWith("Give the agent's secret by either --secret or --secret-file")
                .hasLineCount(1);
    }

    @Test
    void speaksChinese() {
        assertThat(run(Locale.CHINA, "--speed", "0")).isEqualTo(2);

        assertThat(error()).startsWith("--speed 应为大于 0").hasLineCount(1);
    }

    @Test
    void refusesATruncatedRecording() throws IOException {
        Path file = folder.resolve("cut.edf");
        Files.writeString(file, "0       X X X X");

        assertThat(run(Locale.ENGLISH, "--recording", file.toString())).isEqualTo(2);

        assertThat(error())
                .startsWith("The recording " + file + " cannot be played: ")
                .hasLineCount(1);
    }

    @Test
    void refusesAFolderOfANewerVersion() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("version"), "99\n");

        assertThat(run(Locale.ENGLISH)).isEqualTo(2);

        assertThat(error()).contains("was written by a newer agent (version 99").hasLineCount(1);
    }

    @Test
    void refusesAFolderThatAnotherAgentHolds() throws Exception {
        try (DataFolder held = DataFolder.open(folder.resolve("data"))) {
            assertThat(held.spool()).isNotNull();
            assertThat(run(Locale.ENGLISH)).isEqualTo(2);
        }

        assertThat(error()).contains("is in use by another agent").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_SECRET, does not accept the secret",
        "UNKNOWN_AGENT, does not know the agent",
        "UNSUPPORTED_WIRE_VERSION, does not speak this agent's version"
    })
    void saysInOneSentenceThatTheServerRefusesItAndGoesOn(RefusalCode code, String words) throws Exception {
        try (var server = new StoringServer()) {
            server.refuse(new Refused(code, "no"));
            Thread agent = Thread.ofPlatform().start(() -> runAt("localhost:" + server.port(), Locale.ENGLISH));
            server.await("the sentence", () -> error().endsWith("\n"));
            server.await("another try", () -> server.hellos().size() >= 2);

            assertThat(error()).contains(words, "tries again").hasLineCount(1);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("simulated patient, seed ");

            server.refuse(null);
            server.await("the good news", () -> error().lines().count() == 2);
            assertThat(error().lines().toList().getLast()).contains("is connected");

            agent.interrupt();
            agent.join();
        }
    }

    private int run(Locale locale, String... more) {
        return runAt("localhost:1", locale, more);
    }

    private int runAt(String server, Locale locale, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        if (!arguments.contains("--server")) {
            arguments.addAll(List.of("--server", server));
        }
        if (!arguments.contains("--local-port")) {
            arguments.addAll(List.of("--local-port", "0"));
        }
        arguments.addAll(List.of(
                "--agent-id",
                "bed-1",
                "--secret",
                "s",
                "--data",
                folder.resolve("data").toString()));
        return AgentMain.run(arguments.toArray(String[]::new), print(out), print(err), locale);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
