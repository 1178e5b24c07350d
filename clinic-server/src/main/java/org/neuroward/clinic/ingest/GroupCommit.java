package org.neuroward.clinic.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.neuroward.clinic.recording.ArrivedFrame;
import org.neuroward.clinic.recording.OpenRecording;

/**
 * One thread that writes what all agents sent and makes it durable with one sync for each recording: while it syncs, the
 * next group gathers. Its queue holds recordings, not frames; the frames that wait are bounded by what each agent may send
 * ahead.
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
    private volatile boolean stopping;
    private Thread thread;

    void start(Sink sink) {
        thread = Thread.ofPlatform().name("group-commit").start(() -> run(sink));
    }

    /** Writes what waits, then ends. The thread is never interrupted: that would close the log it writes to. */
    void stop() throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join();
        }
    }

    boolean running() {
        return thread != null && thread.isAlive();
    }

    /** Sees to it that what {@code recording} has accepted is written. */
    void request(OpenRecording recording) {
        waiting.add(recording);
    }

    private void run(Sink sink) {
        try {
            while (!stopping || !waiting.isEmpty()) {
                OpenRecording first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var group = new LinkedHashSet<OpenRecording>(Set.of(first));
                    waiting.drainTo(group);
                    commit(group, sink);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void commit(Set<OpenRecording> group, Sink sink) {
        Map<OpenRecording, List<ArrivedFrame>> written = new LinkedHashMap<>();
        for (OpenRecording recording : group) {
            try {
                List<ArrivedFrame> frames = recording.write();
                if (!frames.isEmpty()) {
                    written.put(recording, frames);
                }
            } catch (IOException e) {
                fail(recording, List.of(), e, sink);
            }
        }
        written.forEach((recording, frames) -> {
            try {
                sink.durable(recording, recording.force(), frames);
            } catch (IOException e) {
                fail(recording, frames, e, sink);
            }
        });
    }

    private static void fail(OpenRecording recording, List<ArrivedFrame> written, IOException why, Sink sink) {
        Log.errorf(why, "recording %s cannot be stored", recording.id());
        var lost = new ArrayList<>(written);
        lost.addAll(recording.fail());
        sink.failed(recording, lost);
    }
}
