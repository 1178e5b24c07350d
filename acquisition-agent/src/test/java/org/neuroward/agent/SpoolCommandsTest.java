package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;

class SpoolCommandsTest {

    private static final UUID RECORDING = UUID.fromString("018f0000-1111-7222-8333-444455556666");
    private static final FrameTime TIME = new FrameTime(0, 0);
    private static final int RATE = 100;

    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    private Spool spool;
    private SpooledRecording recording;

    @BeforeEach
    void record() throws IOException {
        spool = Spool.open(data.resolve("spool"));
        var channel = new Channel(
                "EEG Cz",
                ChannelKind.EEG,
                "uV",
                new SamplingRate(RATE),
                new DigitalRange(-8388608, 8388607),
                new PhysicalRange(-10000, 10000),
                "",
                "");
        var description = new Description(
                UUID.randomUUID(), "test", Instant.parse("2026-11-23T08:00:00Z"), List.of(channel), true);
        recording = spool.begin(RECORDING, description, TIME);
        samples(0);
        recording.append(new Missing(GapCause.COUNTER), new FramePosition(0, 0, 100, 100), TIME);
        samples(200);
        recording.append(
                new Event(Duration.ofMillis(2500), Optional.empty(), "blink", false), FramePosition.at(0, 250), TIME);
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    private void samples(int first) {
        int[] counts = new int[RATE];
        for (int i = 0; i < RATE; i++) {
            counts[i] = count(first + i);
        }
        recording.append(new Samples(counts), new FramePosition(0, 0, first, RATE), TIME);
    }

    private static int count(int sample) {
        return 70_000 * (sample % 2 == 0 ? 1 : -1) + sample;
    }

    private int run(Locale locale, String... arguments) {
        said.reset();
        wrong.reset();
        return AgentMain.run(
                arguments,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(wrong, true, StandardCharsets.UTF_8),
                locale);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRecordingIsWrittenWhileItRuns() throws IOException {
        Path file = data.resolve("now.bdf");

        assertThat(run(Locale.ENGLISH, "export", "--data", data.toString(), file.toString()))
                .isZero();

        assertThat(said()).contains("Wrote " + file).contains("0:00:03").doesNotContain("damaged");
        try (var exported = EdfRecording.open(file)) {
            assertThat(exported.gaps(0)).containsExactly(new Gap(100, 100));
            assertThat(exported.samples(0)).isEqualTo(300);
            assertCounts(exported, 0);
            assertCounts(exported, 200);
            assertThat(exported.annotations()).anyMatch(remark -> remark.text().equals("blink"));
        }
        samples(300);
        assertThat(recording.frames()).as("the agent records on").isEqualTo(6);
    }

    private static void assertCounts(EdfRecording exported, int first) throws IOException {
        int[] counts = new int[RATE];
        exported.counts(0, first, counts);
        for (int i = 0; i < RATE; i++) {
            assertThat(counts[i]).isEqualTo(count(first + i));
        }
    }

    @Test
    void whatIsDamagedIsAGapAndSaidSo() throws IOException {
        samples(300);
        recording.append(new End(EndReason.STOPPED, List.of(400L)), FramePosition.at(0, 400), TIME);
        spool.close();
        Path segment;
        try (var files = Files.list(data.resolve("spool").resolve(RECORDING.toString()))) {
            segment = files.filter(file -> file.toString().endsWith(".frames"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        int thirdFrame = 0;
        for (int frame = 0; frame < 3; frame++) {
            // Header, payload of the length that bytes 64 to 67 of the header tell, sum.
            thirdFrame += 72 + (bytes[thirdFrame + 64] & 0xFF) + ((bytes[thirdFrame + 65] & 0xFF) << 8) + 4;
        }
        bytes[thirdFrame + 100] ^= 2;
        Files.write(segment, bytes);
        Path file = data.resolve("sound.bdf");

        assertThat(run(Locale.ENGLISH, "export", "--data", data.toString(), file.toString()))
                .isZero();

        assertThat(said()).contains("damaged in 1 places");
        try (var exported = EdfRecording.open(file)) {
            assertThat(exported.gaps(0)).containsExactly(new Gap(100, 200));
            assertCounts(exported, 0);
            assertCounts(exported, 300);
        }
    }

    @Test
    void recordingsAreListedWithWhatTheServerHas() throws IOException {
        assertThat(run(Locale.ENGLISH, "recordings", "--data", data.toString())).isZero();
        assertThat(said())
                .contains(RECORDING.toString(), "0:00:03", "left open", "gaps 1 (100 samples)", "0 of 5 frames");

        recording.append(new End(EndReason.STOPPED, List.of(300L)), FramePosition.at(0, 300), TIME);
        spool.sealed(RECORDING);

        assertThat(run(Locale.SIMPLIFIED_CHINESE, "recordings", "--data", data.toString()))
                .isZero();
        assertThat(said()).contains("封存").contains("缺口 1 处");
    }

    @Test
    void whatIsWrongIsOneSentence() {
        Path file = data.resolve("x.bdf");
        assertThat(run(Locale.ENGLISH, "export", "--data", data.toString())).isEqualTo(2);
        assertThat(run(Locale.ENGLISH, "export", "--data", data.toString(), "x.txt"))
                .isEqualTo(2);
        assertThat(run(Locale.ENGLISH, "export", "--data", data.toString(), "--recording", "none", file.toString()))
                .isEqualTo(2);
        assertThat(wrong.toString(StandardCharsets.UTF_8)).contains("There is no recording none");
        assertThat(run(
                        Locale.ENGLISH,
                        "recordings",
                        "--data",
                        data.resolve("away").toString()))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
