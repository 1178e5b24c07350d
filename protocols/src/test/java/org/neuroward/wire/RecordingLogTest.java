package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingLogTest {

    private static final long SMALL_SEGMENTS = 2000;

    @TempDir
    Path logs;

    private final List<Frame> frames = Frames.recording();

    @Test
    void givesBackEveryFrameAcrossSegments() throws IOException {
        try (var log = written(frames)) {
            assertThat(Segments.list(logs.resolve(Frames.RECORDING.toString()))).hasSizeGreaterThan(3);
            assertThat(read(log, 0)).isEqualTo(frames);
        }
    }

    @Test
    void readsFromAnyFrameOn() throws IOException {
        try (var log = written(frames)) {
            for (int from = 0; from <= frames.size(); from++) {
                assertThat(read(log, from)).isEqualTo(frames.subList(from, frames.size()));
            }
        }
    }

    @Test
    void openedAgainItGoesOnWhereItStopped() throws IOException {
        written(frames.subList(0, 30)).close();

        try (var log = RecordingLog.open(small(), Frames.RECORDING)) {
            assertThat(log.nextFrameIndex()).isEqualTo(30);
            assertThat(log.durableFrameIndex()).isEqualTo(30);
            for (Frame frame : frames.subList(30, frames.size())) {
                log.append(frame);
            }
            assertThat(log.ended()).isTrue();
            assertThat(read(log, 0)).isEqualTo(frames);
        }
    }

    @Test
    void cutAtAnyByteItIsWholeUpToTheLastWholeFrame() throws IOException {
        var log = RecordingLog.create(logs, Frames.RECORDING);
        int[] ends = new int[8];
        int bytes = 0;
        for (int i = 0; i < ends.length; i++) {
            log.append(frames.get(i));
            bytes += frames.get(i).encodedBytes();
            ends[i] = bytes;
        }
        log.close();
        Path segment = Segments.path(logs.resolve(Frames.RECORDING.toString()), 0);
        byte[] whole = Files.readAllBytes(segment);
        for (int length = bytes; length >= 0; length--) {
            Files.write(segment, Arrays.copyOf(whole, length));

            try (var cut = RecordingLog.open(logs, Frames.RECORDING)) {
                int kept = wholeFrames(ends, length);
                assertThat(cut.nextFrameIndex()).isEqualTo(kept);
                assertThat(cut.cutBytes()).isEqualTo(length - (kept == 0 ? 0 : ends[kept - 1]));
                assertThat(read(cut, 0)).isEqualTo(frames.subList(0, kept));
            }
        }
    }

    private static int wholeFrames(int[] ends, int length) {
        int whole = 0;
        while (whole < ends.length && ends[whole] <= length) {
            whole++;
        }
        return whole;
    }

    @Test
    void damageBeforeTheLastFrameIsReportedAndNothingIsCut() throws IOException {
        written(frames, LogHome.SEGMENT_BYTES).close();
        Path segment = Segments.path(logs.resolve(Frames.RECORDING.toString()), 0);
        long size = Files.size(segment);
        flip(segment, frames.get(0).encodedBytes() + 100);

        assertThatThrownBy(() -> RecordingLog.open(logs, Frames.RECORDING))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("byte=" + frames.get(0).encodedBytes());
        assertThat(Files.size(segment)).isEqualTo(size);
    }

    @Test
    void damageInTheLastFrameIsATornWrite() throws IOException {
        written(frames, LogHome.SEGMENT_BYTES).close();
        Path segment = Segments.path(logs.resolve(Frames.RECORDING.toString()), 0);
        flip(segment, Files.size(segment) - 6);

        try (var log = RecordingLog.open(logs, Frames.RECORDING)) {
            assertThat(log.nextFrameIndex()).isEqualTo(frames.size() - 1);
            assertThat(log.ended()).isFalse();
        }
    }

    @Test
    void aReaderSeesFramesThatAreAppendedLater() throws IOException {
        try (var log = RecordingLog.create(small(), Frames.RECORDING);
                var inside = log.read(0);
                var outside = LogReader.open(logs, Frames.RECORDING, 0)) {
            for (Frame frame : frames) {
                assertThat(inside.next()).isEmpty();
                assertThat(outside.next()).isEmpty();

                log.append(frame);

                assertThat(inside.next()).contains(frame);
                assertThat(outside.next()).contains(frame);
            }
        }
    }

    @Test
    void takesOnlyItsOwnNextFrame() throws IOException {
        try (var log = written(frames.subList(0, 2))) {
            assertThatThrownBy(() -> log.append(frames.get(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("next=2");
            assertThatThrownBy(() -> log.append(frames.get(1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesNothingAfterTheEnd() throws IOException {
        try (var log = written(frames)) {
            var maker = new FrameMaker(Frames.RECORDING, frames.size());
            Frame late = maker.make(new FrameContent.Missing(GapCause.SOURCE), FramePosition.at(0, 0), Frames.TIME);

            assertThatThrownBy(() -> log.append(late)).hasMessageContaining("ended=true");
        }
    }

    @Test
    void isListedAndDeleted() throws IOException {
        written(frames).close();
        assertThat(RecordingLog.list(logs)).containsExactly(Frames.RECORDING);
        assertThatThrownBy(() -> RecordingLog.create(logs, Frames.RECORDING))
                .isInstanceOf(FileAlreadyExistsException.class);

        RecordingLog.delete(logs, Frames.RECORDING);
        RecordingLog.delete(logs, Frames.RECORDING);

        assertThat(RecordingLog.list(logs)).isEmpty();
    }

    private LogHome small() {
        return LogHome.growing(LogFiles.disk(), logs, SMALL_SEGMENTS);
    }

    private RecordingLog written(List<Frame> some) throws IOException {
        return written(some, SMALL_SEGMENTS);
    }

    private RecordingLog written(List<Frame> some, long segmentBytes) throws IOException {
        var log = RecordingLog.create(LogHome.growing(LogFiles.disk(), logs, segmentBytes), Frames.RECORDING);
        for (Frame frame : some) {
            log.append(frame);
        }
        log.force();
        return log;
    }

    private static List<Frame> read(RecordingLog log, long from) throws IOException {
        var all = new ArrayList<Frame>();
        try (LogReader reader = log.read(from)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                all.add(frame.get());
            }
        }
        return all;
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 0x40;
        Files.write(file, bytes);
    }
}
