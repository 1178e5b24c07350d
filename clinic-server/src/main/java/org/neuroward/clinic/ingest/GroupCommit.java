package org.neuroward.clinic.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.recording.ArrivedFrame;
import org.neuroward.clinic.recording.OpenRecording;

/**
 * A few threads that write what all agents sent and make it durable: whichever is free takes the recording that has waited
 * longest, writes all its frames and syncs once, while the next frames gather. A recording is with one thread at a time; a
 * disk merges the syncs of several. The queue holds recordings, not frames; the frames that wait are bounded by what each
 * agent may send ahead.
 */
@ApplicationScoped
class GroupCommit {

    /** What happens to a group of frames of one recording. */
    interface Sink {
        void durable(OpenRecording recording, long nextFrame, List<ArrivedFrame> frames);

        void failed(OpenRecording recording, List<ArrivedFrame> frames);
    }

    private static final int IDLE_MILLIS = 100;

    private final BlockingQueue<OpenRecording> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int writers;
    private volatile boolean stopping;

    GroupCommit(@ConfigProperty(name = "neuroward.agents.writers") int writers) {
        this.writers = writers;
    }

    void start(Sink sink) {
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofPlatform().name("group-commit-" + i).start(() -> run(sink)));
        }
    }

    /** Writes what waits, then ends. The threads are never interrupted: that would close the logs they write to. */
    void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    boolean running() {
        return !threads.isEmpty() && threads.stream().allMatch(Thread::isAlive);
    }

    /** Sees to it that what {@code recording} has accepted is written. */
    void request(OpenRecording recording) {
        if (recording.askToWrite()) {
            waiting.add(recording);
        }
    }

    private void run(Sink sink) {
        try {
            while (!stopping || !waiting.isEmpty()) {
                OpenRecording recording = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (recording != null) {
                    serve(recording, sink);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(OpenRecording recording, Sink sink) {
        // Whoever asks after this is read may have more to write than is written now.
        int asked = recording.asked();
        commit(recording, sink);
        if (recording.answer(asked)) {
            waiting.add(recording);
        }
    }

    private static void commit(OpenRecording recording, Sink sink) {
        List<ArrivedFrame> written = List.of();
        try {
            written = recording.write();
            if (!written.isEmpty()) {
                sink.durable(recording, recording.force(), written);
            }
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong is wrong with this one: the thread goes on to serve the others.
            Log.errorf(e, "recording %s cannot be stored", recording.id());
            var lost = new ArrayList<>(written);
            lost.addAll(recording.fail());
            sink.failed(recording, lost);
        }
    }
}
