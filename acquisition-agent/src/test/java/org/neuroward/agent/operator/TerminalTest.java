package org.neuroward.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.PatientClaim;

class TerminalTest {

    @TempDir
    Path folder;

    private final ScriptedDesk desk = new ScriptedDesk();
    private LocalPage page;

    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void open() throws IOException {
        page = LocalPage.open(desk, new LiveTrace(), 0, folder);
    }

    @AfterEach
    void close() throws IOException {
        page.close();
    }

    @Test
    void statusSaysWhatThePageSaysInBothLanguages() {
        desk.activity = ScriptedDesk.recording();
        desk.device = DeviceState.STREAMING;

        Said english = run(Locale.ENGLISH, "", "status", "--data", folder.toString());
        Said chinese = run(Locale.CHINA, "", "status", "--data", folder.toString());

        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains("Recording without the server  0:01:15", "Buffering, 12 min", "A-17");
        assertThat(chinese.out()).contains("正在记录（服务器不在线）", "本地缓存中，12 分钟");
    }

    @Test
    void statusEndsWithThreeWhenSomeoneMustAct() {
        desk.link = new LinkState.ActionNeeded(LinkState.Reason.WRONG_SECRET);
        assertThat(run(Locale.ENGLISH, "", "status", "--data", folder.toString())
                        .exitCode())
                .isEqualTo(3);

        desk.link = new LinkState.Online();
        desk.activity = ScriptedDesk.recording();
        desk.device = DeviceState.SILENT;
        Said silent = run(Locale.ENGLISH, "", "status", "--data", folder.toString());
        assertThat(silent.exitCode()).isEqualTo(3);
        assertThat(silent.out()).startsWith("⚠ No signal comes");
    }

    @Test
    void aStartAsksForTheNumberAgainAndForTheConfirmation() {
        Said said = start("A-17\nyes\n", "--order", "A-17");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(desk.started.claim()).isEqualTo(new PatientClaim("A-17", "", "tech"));
        assertThat(desk.started.procedure()).isEqualTo("resting-eeg/eyes-closed-open");
    }

    @Test
    void aStartThatIsNotConfirmedDoesNotHappen() {
        assertThat(start("A-17\nno\n", "--order", "A-17").exitCode()).isEqualTo(1);
        assertThat(start("A-71\nyes\n", "--order", "A-17").err()).contains("differ");
        assertThat(start("", "--order", "A-17").exitCode()).isEqualTo(2);
        assertThat(start("yes\n").err()).contains("Enter the order number");
        assertThat(desk.asked).isEmpty();
    }

    private Said start(String typed, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"start", "--data", folder.toString(), "--by", "tech"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(Locale.ENGLISH, typed, arguments);
    }

    @Test
    void marksAndStops() {
        assertThat(run(Locale.ENGLISH, "", "mark", "--data", folder.toString(), "patient", "moved")
                        .exitCode())
                .isZero();
        assertThat(run(Locale.ENGLISH, "", "stop", "--data", folder.toString()).exitCode())
                .isZero();
        assertThat(desk.asked).containsExactly("mark patient moved", "stop");

        desk.refusal = Optional.of(DeskRefusal.NOT_RECORDING);
        Said refused = run(Locale.CHINESE, "", "stop", "--data", folder.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("没有正在进行的记录");
    }

    @Test
    void withoutAnAgentItSaysSo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Said said = run(Locale.ENGLISH, "", "stop", "--data", empty.toString());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("No agent runs");

        // The address that an agent left which was killed.
        new PageAddress(page.port(), "0".repeat(64)).write(empty);
        assertThat(run(Locale.ENGLISH, "", "stop", "--data", empty.toString()).err())
                .contains("No agent runs");
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void anOptionThatIsNotThereIsRefused() {
        assertThat(run(Locale.ENGLISH, "", "stop", "--dat", "x").err()).contains("--dat", "agent stop --data DIR");
        assertThat(run(Locale.ENGLISH, "", "start", "--data", "x").err()).contains("--by is required");
        assertThat(run(Locale.ENGLISH, "", "status").exitCode()).isEqualTo(2);
    }

    private Said run(Locale locale, String typed, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Terminal.run(
                arguments,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale);
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
