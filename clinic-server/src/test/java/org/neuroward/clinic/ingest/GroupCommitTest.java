package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.clinic.recording.ArrivedFrame;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.clinic.recording.RecordingState;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.recording.Verdict;
import org.neuroward.wire.Frame;
import org.neuroward.wire.LogFile;
import org.neuroward.wire.LogFiles;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/** Many agents at once, and the few threads that write for them. */
class GroupCommitTest {

    private static final int RECORDINGS = 40;
    private static final int BLOCKS = 200;

    @TempDir
    Path logs;

    private final GroupCommit commit = new GroupCommit(4);
    private final Outcome outcome = new Outcome();

    /** What was told of each recording. */
    private static final class Outcome implements GroupCommit.Sink {
        private final Map<UUID, Long> durable = new ConcurrentHashMap<>();
        private final Map<UUID, Integer> failed = new ConcurrentHashMap<>();
        private final CountDownLatch wholeRecordings = new CountDownLatch(RECORDINGS);

        @Override
        public void durable(OpenRecording recording, long nextFrame, List<ArrivedFrame> frames) {
            long expected = durable.getOrDefault(recording.id(), 0L) + frames.size();
            assertThat(nextFrame).isEqualTo(expected);
            durable.put(recording.id(), nextFrame);
            frames.forEach(frame -> frame.written().run());
            if (nextFrame == BLOCKS + 1) {
                wholeRecordings.countDown();
            }
        }

        @Override
        public void failed(OpenRecording recording, List<ArrivedFrame> frames) {
            failed.merge(recording.id(), frames.size(), Integer::sum);
            wholeRecordings.countDown();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        commit.stop();
    }

    private OpenRecording opened(UUID id) throws IOException {
        return OpenRecording.of(stored(id), RecordingLog.create(logs, id));
    }

    private static StoredRecording stored(UUID id) {
        return new StoredRecording(
                id,
                UUID.randomUUID(),
                "bed",
                RecordingState.OPEN,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void sendAll(ScriptedRecording script, OpenRecording recording) {
        var frames = new ArrayList<Frame>();
        frames.add(script.description());
        for (int block = 0; block < BLOCKS; block++) {
            frames.add(script.samples());
        }
        for (Frame frame : frames) {
            offer(recording, frame);
            commit.request(recording);
        }
    }

    private static Verdict offer(OpenRecording recording, Frame frame) {
        try {
            return recording.offer(new ArrivedFrame(frame, 0, () -> {}));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<ScriptedRecording, OpenRecording> ward() throws IOException {
        var ward = new HashMap<ScriptedRecording, OpenRecording>();
        for (int i = 0; i < RECORDINGS; i++) {
            var script = new ScriptedRecording(UUID.randomUUID());
            ward.put(script, opened(script.id()));
        }
        return ward;
    }

    private void recordAll(Map<ScriptedRecording, OpenRecording> ward) throws InterruptedException {
        try (var agents = Executors.newFixedThreadPool(8)) {
            ward.forEach((script, recording) -> agents.submit(() -> sendAll(script, recording)));
        }
        assertThat(outcome.wholeRecordings.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyFrameOfEveryRecordingIsWrittenOnceInOrderAndToldDurable() throws Exception {
        Map<ScriptedRecording, OpenRecording> ward = ward();
        commit.start(outcome);

        recordAll(ward);

        assertThat(outcome.failed).isEmpty();
        for (OpenRecording recording : ward.values()) {
            assertThat(outcome.durable).containsEntry(recording.id(), BLOCKS + 1L);
            try (var log = LogReader.open(logs, recording.id(), 0)) {
                for (int frame = 0; frame <= BLOCKS; frame++) {
                    assertThat(log.next()).map(Frame::index).hasValue((long) frame);
                }
                assertThat(log.next()).isEmpty();
            }
        }
    }

    @Test
    void aRecordingWhoseDiskFailsIsNeverToldDurableAndStopsNoOther() throws Exception {
        Map<ScriptedRecording, OpenRecording> ward = ward();
        ScriptedRecording unlucky = ward.keySet().iterator().next();
        Path elsewhere = logs.resolve("failing");
        LogHome failing = LogHome.inSteps(new FailingFiles(), elsewhere, 1 << 16);
        ward.put(unlucky, OpenRecording.of(stored(unlucky.id()), RecordingLog.create(failing, unlucky.id())));
        commit.start(outcome);

        recordAll(ward);

        assertThat(outcome.failed).containsOnlyKeys(unlucky.id());
        assertThat(outcome.durable).hasSize(RECORDINGS - 1).doesNotContainKey(unlucky.id());
        assertThat(outcome.durable.values()).containsOnly(BLOCKS + 1L);
    }

    /** A disk on which everything seems to be written, and no sync succeeds. */
    private static final class FailingFiles implements LogFiles {

        private final LogFiles disk = LogFiles.disk();

        @Override
        public LogFile create(Path path) throws IOException {
            LogFile file = disk.create(path);
            return new LogFile() {
                @Override
                public void write(ByteBuffer bytes, long position) throws IOException {
                    file.write(bytes, position);
                }

                @Override
                public void force() throws IOException {
                    throw new IOException("injected: no sync");
                }

                @Override
                public void truncate(long size) throws IOException {
                    file.truncate(size);
                }

                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        @Override
        public LogFile open(Path path) throws IOException {
            return disk.open(path);
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            disk.createFolder(folder);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void delete(Path path) throws IOException {
            disk.delete(path);
        }

        @Override
        public void forceNames(Path folder) throws IOException {
            disk.forceNames(folder);
        }

        @Override
        public Space space(Path folder) throws IOException {
            return disk.space(folder);
        }
    }
}
