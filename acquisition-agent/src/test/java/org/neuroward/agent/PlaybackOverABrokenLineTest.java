package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.playback.PlaybackAmplifier;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.LogRecording;
import org.neuroward.wire.RecordingLog;

/** A real file, played at the bed, arrives sample by sample whatever happens to connection and server. */
class PlaybackOverABrokenLineTest {

    private static final double SPEED = 300;
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @ValueSource(
            strings = {
                "edf/test_edf_overlapping_annotations.edf",
                "depression/H_S08_EC.edf",
                "edf/edfPlusD.edf",
                "edf/test_generator.bdf",
                "edf/test_uneven_samp.edf",
                "edf/test_subsecond.edf",
                "edf/test_utf8.edf"
            })
    void everySampleArrivesOnceAndInOrder(String name) throws Exception {
        Path file =
                Path.of(System.getProperty("neuroward.shared", "none"), "data").resolve(name);
        assumeTrue(Files.exists(file), "the shared recordings are not here: " + file);
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder.resolve("spool"), playback(file))) {
            Bedsides.prepareAndStart(server, List.of());
            UUID recordingId = breakUntilEnded(server);

            assertThat(server.faults()).isEmpty();
            assertThat(((End) server.frames(recordingId).getLast().content()).reason())
                    .isEqualTo(EndReason.SOURCE_ENDED);
            try (Recording expected = EdfRecording.open(file);
                    Recording arrived = stored(server, recordingId)) {
                assertSame(arrived, expected);
            }
        }
    }

    private static PlaybackAmplifier playback(Path file) throws IOException {
        return new PlaybackAmplifier(EdfRecording.open(file), "playback", false, new Pace(HostClock.system(), SPEED));
    }

    private static UUID breakUntilEnded(StoringServer server) throws Exception {
        var random = new Random(SEED);
        server.await("a recording", () -> !server.recordings().isEmpty());
        UUID recordingId = server.recordings().getFirst();
        for (int round = 0; round < 8 && !server.ended(recordingId); round++) {
            int more = server.frames(recordingId).size() + 1 + random.nextInt(60);
            server.await(
                    "frame " + more,
                    () -> server.ended(recordingId)
                            || server.frames(recordingId).size() >= more);
            switch (round % 4) {
                case 0, 2 -> server.cut();
                case 1 -> {
                    server.kill();
                    server.start();
                }
                default -> server.acknowledge(random.nextBoolean());
            }
        }
        server.acknowledge(true);
        server.await("the end", () -> server.ended(recordingId));
        return recordingId;
    }

    private Recording stored(StoringServer server, UUID recordingId) throws IOException {
        Path logs = folder.resolve("server");
        try (var log = RecordingLog.create(logs, recordingId)) {
            for (Frame frame : server.frames(recordingId)) {
                log.append(frame);
            }
        }
        return LogRecording.open(logs, recordingId, java.time.ZoneOffset.UTC);
    }

    private static void assertSame(Recording arrived, Recording expected) throws IOException {
        assertThat(arrived.channels()).isEqualTo(expected.channels());
        for (int channel = 0; channel < expected.channels().size(); channel++) {
            assertThat(arrived.samples(channel)).isEqualTo(expected.samples(channel));
            assertThat(arrived.gaps(channel)).isEqualTo(expected.gaps(channel));
            for (Segment segment : expected.segments(channel)) {
                assertThat(counts(arrived, channel, segment)).isEqualTo(counts(expected, channel, segment));
            }
        }
        assertThat(arrived.annotations()).containsExactlyInAnyOrderElementsOf(expected.annotations());
    }

    private static int[] counts(Recording recording, int channel, Segment segment) throws IOException {
        int[] counts = new int[(int) segment.count()];
        recording.counts(channel, segment.firstSample(), counts);
        return counts;
    }
}
