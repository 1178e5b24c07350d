package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose segments are zeros before frames are written into them, and logs on two disks. */
class PreparedSegmentsTest {

    private static final int SEGMENT_BYTES = 6000;

    @TempDir
    Path folder;

    private final List<Frame> frames = Frames.recording();

    private LogHome home(String name) {
        return LogHome.ahead(LogFiles.disk(), folder.resolve(name), SEGMENT_BYTES);
    }

    @Test
    void aPreparedSegmentIsTakenAndHoldsTheSameFrames() throws IOException {
        LogHome home = home("a");
        home.prepare();
        Path first = Segments.path(home.folder(Frames.RECORDING), 0);
        try (var log = RecordingLog.create(home, Frames.RECORDING)) {
            assertThat(first).hasSize(SEGMENT_BYTES);
            assertThat(home.logs()).isDirectoryNotContaining("glob:**next-segment");
            for (Frame frame : frames) {
                log.append(frame);
                home.prepare();
            }
            log.force();
            assertThat(Segments.list(home.folder(Frames.RECORDING))).hasSizeGreaterThan(1);
            assertThat(read(log.read(0))).isEqualTo(frames);
        }
        assertThat(read(LogReader.open(home.logs(), Frames.RECORDING, 0))).isEqualTo(frames);
        assertThat(bytes(home.folder(Frames.RECORDING)))
                .as("space that no frame took is given back")
                .isEqualTo(frames.stream().mapToLong(Frame::encodedBytes).sum());
    }

    @Test
    void zerosBehindTheLastFrameAreTheEnd() throws IOException {
        Path segment = killedAfter(10);
        assertThat(segment).hasSize(SEGMENT_BYTES);
        assertThat(read(LogReader.open(home("a").logs(), Frames.RECORDING, 0))).isEqualTo(frames.subList(0, 10));

        try (var log = RecordingLog.open(home("a"), Frames.RECORDING)) {
            assertThat(log.nextFrameIndex()).isEqualTo(10);
            assertThat(log.cutBytes()).isZero();
            for (Frame frame : frames.subList(10, frames.size())) {
                log.append(frame);
            }
            assertThat(read(log.read(0))).isEqualTo(frames);
        }
    }

    @Test
    void cutAtAnyByteOfTheLastFrameThatFrameAloneIsLost() throws IOException {
        Path segment = killedAfter(6);
        byte[] whole = Files.readAllBytes(segment);
        int end = frames.subList(0, 6).stream().mapToInt(Frame::encodedBytes).sum();
        for (int kept = end - frames.get(5).encodedBytes(); kept < end; kept++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, kept, end, (byte) 0);
            Files.write(segment, torn);

            try (var log = RecordingLog.open(home("a"), Frames.RECORDING)) {
                assertThat(log.nextFrameIndex()).isEqualTo(5);
                log.append(frames.get(5));
                assertThat(read(log.read(0))).isEqualTo(frames.subList(0, 6));
            }
            assertThat(Files.readAllBytes(segment)).isEqualTo(whole);
        }
    }

    @Test
    void zerosBeforeASoundFrameAreDamageAndNothingIsCut() throws IOException {
        Path segment = killedAfter(10);
        byte[] bytes = Files.readAllBytes(segment);
        int at = frames.subList(0, 4).stream().mapToInt(Frame::encodedBytes).sum();
        Arrays.fill(bytes, at, at + frames.get(4).encodedBytes(), (byte) 0);
        Files.write(segment, bytes);

        assertThatThrownBy(() -> RecordingLog.open(home("a"), Frames.RECORDING))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("byte=" + at);
        assertThatThrownBy(() -> read(LogReader.open(home("a").logs(), Frames.RECORDING, 0)))
                .isInstanceOf(LogDamagedException.class);
        assertThat(Files.readAllBytes(segment)).isEqualTo(bytes);
    }

    @Test
    void whatIsSoundInADamagedLogIsReadAndTheRestIsAGap() throws IOException {
        Path segment = killedAfter(12);
        byte[] bytes = Files.readAllBytes(segment);
        // Frames 4 and 5 are samples 10 to 19 of stream 0 and 5 to 9 of stream 1.
        int at = frames.subList(0, 4).stream().mapToInt(Frame::encodedBytes).sum();
        bytes[at + 80] ^= 4;
        bytes[at + frames.get(4).encodedBytes() + 3] ^= 4;
        Files.write(segment, bytes);

        try (var recording = LogRecording.openSound(List.of(home("a").logs()), Frames.RECORDING, ZoneOffset.UTC)) {
            assertThat(recording.damages()).isEqualTo(1);
            assertThat(recording.samples(0)).isEqualTo(50);
            assertThat(recording.gaps(0)).containsExactly(new org.neuroward.signal.Gap(10, 10));
            assertThat(recording.gaps(1)).containsExactly(new org.neuroward.signal.Gap(5, 5));
            int[] counts = new int[30];
            recording.counts(2, 20, counts);
            assertThat(counts).isEqualTo(Frames.block(List.of(2), 20, 30));
        }
    }

    @Test
    void aLogGoesOnOnAnotherDiskAndIsReadAsOne() throws IOException {
        List<Frame> there = frames.subList(20, frames.size());
        try (var first = RecordingLog.create(home("a"), Frames.RECORDING);
                var second = RecordingLog.goOn(home("b"), Frames.RECORDING, 20)) {
            for (Frame frame : frames.subList(0, 25)) {
                first.append(frame);
            }
            for (Frame frame : there) {
                second.append(frame);
            }
        }
        // What the first disk holds beyond the frame that the second one starts with may be anything.
        Path suspect = Segments.list(home("a").folder(Frames.RECORDING)).getLast();
        byte[] bytes = Files.readAllBytes(suspect);
        bytes[bytes.length - 5] ^= 1;
        Files.write(suspect, bytes);
        List<Path> logs = List.of(home("a").logs(), home("b").logs());

        assertThat(read(LogReader.open(logs, Frames.RECORDING, 0))).isEqualTo(frames);
        assertThat(read(LogReader.open(logs, Frames.RECORDING, 24))).isEqualTo(frames.subList(24, frames.size()));
        try (var sound = SoundFrames.open(logs, Frames.RECORDING, 0)) {
            var all = new ArrayList<Frame>();
            for (Optional<Frame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
                all.add(frame.get());
            }
            assertThat(all).isEqualTo(frames);
        }
    }

    /** The segment file of a log whose writer was killed: nothing was closed. */
    private Path killedAfter(int count) throws IOException {
        LogHome home = home("a");
        home.prepare();
        var log = RecordingLog.create(home, Frames.RECORDING);
        for (Frame frame : frames.subList(0, count)) {
            log.append(frame);
        }
        return Segments.list(home.folder(Frames.RECORDING)).getLast();
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path segment : Segments.list(folder)) {
            bytes += Files.size(segment);
        }
        return bytes;
    }

    private static List<Frame> read(LogReader reader) throws IOException {
        var all = new ArrayList<Frame>();
        try (reader) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                all.add(frame.get());
            }
        }
        return all;
    }
}
