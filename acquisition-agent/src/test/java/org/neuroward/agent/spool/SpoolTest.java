package org.neuroward.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

class SpoolTest {

    private static final UUID RECORDING = UUID.fromString("018f0000-1111-7222-8333-444455556666");
    private static final UUID SESSION = UUID.fromString("018f0000-aaaa-7bbb-8ccc-ddddeeeeffff");
    private static final FrameTime TIME = new FrameTime(0, 0);

    @TempDir
    Path folder;

    @Test
    void framesBecomeDurableByThemselves() throws Exception {
        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recording = begin(spool);
            var durable = new CountDownLatch(1);
            spool.whenDurable(() -> {
                if (recording.durableFrames() == 4) {
                    durable.countDown();
                }
            });

            append(recording, 0, 3);

            assertThat(durable.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAfterARestartWhatWasLeftOpenAndInventsNothing() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }

        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recovered = spool.recordings().getFirst();
            assertThat(recovered.sessionId()).isEqualTo(SESSION);
            assertThat(recovered.ended()).isTrue();
            assertThat(recovered.durableFrames()).isEqualTo(7);
            assertThat(frames(recovered).getLast().content())
                    .isEqualTo(new End(EndReason.AGENT_RESTARTED, List.of(50L)));
        }
    }

    @Test
    void cutsAFrameThatWasTornByTheCrash() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length - 3));

        try (Spool spool = Spool.open(folder)) {
            assertThat(frames(spool.recordings().getFirst()).getLast().content())
                    .isEqualTo(new End(EndReason.AGENT_RESTARTED, List.of(40L)));
        }
    }

    @Test
    void putsADamagedRecordingAsideAndGoesOn() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        Files.write(segment, bytes);

        try (Spool spool = Spool.open(folder)) {
            assertThat(spool.recordings()).isEmpty();
        }
        assertThat(folder.resolve(RECORDING + ".damaged")).isDirectory();
    }

    @Test
    void forgetsALogWithoutAnyFrame() throws IOException {
        RecordingLog.create(folder, RECORDING).close();

        try (Spool spool = Spool.open(folder)) {
            assertThat(spool.recordings()).isEmpty();
        }
        assertThat(RecordingLog.list(folder)).isEmpty();
    }

    @Test
    void keepsARecordingUntilItIsRemoved() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recording = begin(spool);
            recording.append(new End(EndReason.STOPPED, List.of(0L)), FramePosition.at(0, 0), TIME);
        }
        try (Spool spool = Spool.open(folder)) {
            assertThat(spool.recordings()).hasSize(1);

            spool.remove(RECORDING);

            assertThat(spool.recordings()).isEmpty();
        }
        assertThat(RecordingLog.list(folder)).isEmpty();
    }

    private static SpooledRecording begin(Spool spool) throws IOException {
        var channel = new Channel(
                "Cz",
                ChannelKind.EEG,
                "uV",
                new SamplingRate(100),
                new DigitalRange(-100, 100),
                new PhysicalRange(-1, 1),
                "",
                "");
        var description = new Description(SESSION, "test", Instant.EPOCH, List.of(channel), true);
        return spool.begin(RECORDING, description, TIME);
    }

    private static void append(SpooledRecording recording, int first, int blocks) throws IOException {
        for (int block = first; block < first + blocks; block++) {
            recording.append(new Samples(new int[10]), new FramePosition(0, 0, block * 10L, 10), TIME);
        }
    }

    private Path segment() throws IOException {
        try (var files = Files.list(folder.resolve(RECORDING.toString()))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static List<Frame> frames(SpooledRecording recording) throws IOException {
        var frames = new ArrayList<Frame>();
        try (LogReader reader = recording.read(0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
