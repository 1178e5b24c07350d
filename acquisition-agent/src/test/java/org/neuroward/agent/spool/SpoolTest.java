package org.neuroward.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.Losses;
import org.neuroward.wire.RecordingLog;

class SpoolTest {

    private static final UUID RECORDING = UUID.fromString("018f0000-1111-7222-8333-444455556666");
    private static final UUID SESSION = UUID.fromString("018f0000-aaaa-7bbb-8ccc-ddddeeeeffff");
    private static final FrameTime TIME = new FrameTime(0, 0);
    private static final FramePosition AT_50 = FramePosition.at(0, 50);

    @TempDir
    Path folder;

    @Test
    void framesBecomeDurableByThemselves() throws Exception {
        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recording = begin(spool);
            var durable = new CountDownLatch(1);
            spool.whenDurable(() -> {
                if (recording.sendableFrames() == 4) {
                    durable.countDown();
                }
            });

            append(recording, 0, 3);

            assertThat(durable.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRecordingThatWasLeftOpenGoesOnAfterARestart() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }

        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recovered = spool.recordings().getFirst();
            assertThat(recovered.sessionId()).isEqualTo(SESSION);
            assertThat(recovered.ended()).isFalse();
            assertThat(recovered.sendableFrames()).isEqualTo(6);
            Resumable open = recovered.resumable().orElseThrow();
            assertThat(open.samples()).containsExactly(50L);
            assertThat(open.losses()).isEqualTo(Losses.NONE);

            recovered.append(new Missing(GapCause.RESTARTED), new FramePosition(0, 0, 50, 20), TIME);
            append(recovered, 7, 1);
            spool.end(recovered, EndReason.AGENT_RESTARTED);

            assertThat(recovered.losses().missingSamples()).isEqualTo(20);
            assertThat(frames(recovered)).hasSize(9);
            assertThat(frames(recovered).getLast().content())
                    .isEqualTo(new End(EndReason.AGENT_RESTARTED, List.of(80L)));
        }
    }

    @Test
    void whatTheServerHasAndTheBedLostIsNotReplacedByOtherContent() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
            spool.acknowledged(RECORDING, 6);
            assertThat(spool.recordings().getFirst().isDiverged()).isFalse();
        }
        for (long onServer : new long[] {6, 9}) {
            try (Spool spool = Spool.open(folder)) {
                SpooledRecording recovered = spool.recordings().getFirst();
                spool.acknowledged(RECORDING, onServer);
                assertThat(recovered.isDiverged()).isEqualTo(onServer == 9);
            }
        }
    }

    @Test
    void cutsAFrameThatWasTornByTheCrash() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }
        // The last frame has 40 bytes of payload behind its header, and the sum behind that.
        change(bytes -> java.util.Arrays.fill(bytes, written(bytes) - 30, written(bytes), (byte) 0));

        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recovered = spool.recordings().getFirst();
            assertThat(recovered.resumable().orElseThrow().samples()).containsExactly(40L);
            assertThat(frames(recovered)).hasSize(5);
        }
    }

    @Test
    void damageBecomesAGapAndTheRecordingGoesOnBehindIt() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            SpooledRecording recording = begin(spool);
            append(recording, 0, 5);
            recording.append(new Event(Duration.ofMillis(500), Optional.empty(), "blink", false), AT_50, TIME);
            append(recording, 5, 5);
        }
        List<Frame> before;
        try (Spool spool = Spool.open(folder)) {
            before = frames(spool.recordings().getFirst());
        }
        // Frames 2 and 3 are samples 10 to 29, frame 6 is the remark.
        long frame2 =
                before.subList(0, 2).stream().mapToLong(Frame::encodedBytes).sum();
        long frame6 =
                before.subList(0, 6).stream().mapToLong(Frame::encodedBytes).sum();
        change(bytes -> {
            bytes[(int) frame2 + 80] ^= 1;
            bytes[(int) frame2 + before.get(2).encodedBytes() + 5] ^= 1;
            bytes[(int) frame6 + 5] ^= 1;
        });

        for (int run = 0; run < 2; run++) {
            try (Spool spool = Spool.open(folder)) {
                SpooledRecording recovered = spool.recordings().getFirst();
                List<Frame> after = frames(recovered);

                assertThat(after).hasSameSizeAs(before);
                assertThat(after.get(2).content()).isEqualTo(new Missing(GapCause.DISK));
                assertThat(after.get(3).content()).isEqualTo(new Missing(GapCause.DISK));
                assertThat(after.get(6).content()).isInstanceOf(Event.class);
                assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
                assertThat(after.subList(4, 6)).isEqualTo(before.subList(4, 6));
                assertThat(after.subList(7, 12)).isEqualTo(before.subList(7, 12));
                var sequence = new FrameSequence(RECORDING);
                for (Frame frame : after) {
                    sequence.accept(frame);
                }
                assertThat(sequence.samples(0)).isEqualTo(100);
            }
        }
    }

    @Test
    void putsARecordingAsideOfWhichNothingCanBeSaidAndGoesOn() throws IOException {
        try (Spool spool = Spool.open(folder)) {
            append(begin(spool), 0, 5);
        }
        change(bytes -> bytes[100] ^= 1);

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
    void keepsWhatTheServerHasSealedForAWhileWithoutAnnouncingIt() throws IOException {
        var now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
        var plan = new SpoolPlan(
                List.of(LogHome.ahead(folder)), Duration.ofDays(7), SpoolPlan.RING_BYTES, (InstantSource) now::get);
        try (Spool spool = Spool.open(plan)) {
            SpooledRecording recording = begin(spool);
            recording.append(new End(EndReason.STOPPED, List.of(0L)), FramePosition.at(0, 0), TIME);
            spool.acknowledged(RECORDING, 2);
            spool.sealed(RECORDING);

            assertThat(spool.recordings()).isEmpty();
            assertThat(spool.sealedRecordings()).containsExactly(RECORDING);
        }
        var retention = new Retention(plan);
        assertThat(retention.takeOver(RECORDING)).isTrue();
        now.set(Instant.parse("2026-11-30T07:59:59Z"));
        retention.look();
        assertThat(RecordingLog.list(folder)).containsExactly(RECORDING);

        now.set(Instant.parse("2026-11-30T08:00:01Z"));
        retention.look();

        assertThat(RecordingLog.list(folder)).isEmpty();
    }

    @Test
    void neverDeletesWhatTheServerHasNotSealed() throws IOException {
        try (Spool spool = Spool.open(
                new SpoolPlan(List.of(LogHome.ahead(folder)), Duration.ZERO, SpoolPlan.RING_BYTES, Instant::now))) {
            SpooledRecording recording = begin(spool);
            recording.append(new End(EndReason.STOPPED, List.of(0L)), FramePosition.at(0, 0), TIME);
            spool.acknowledged(RECORDING, 2);
        }
        var plan = SpoolPlan.of(folder);
        var retention = new Retention(plan);

        assertThat(retention.takeOver(RECORDING)).isFalse();
        retention.look();

        assertThat(RecordingLog.list(folder)).containsExactly(RECORDING);
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

    private void change(Consumer<byte[]> change) throws IOException {
        Path segment;
        try (var files = Files.list(folder.resolve(RECORDING.toString()))) {
            segment = files.filter(file -> file.toString().endsWith(".frames"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        change.accept(bytes);
        Files.write(segment, bytes);
    }

    private static int written(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static List<Frame> frames(SpooledRecording recording) throws IOException {
        var frames = new ArrayList<Frame>();
        try (SpoolReader reader = recording.read(0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
