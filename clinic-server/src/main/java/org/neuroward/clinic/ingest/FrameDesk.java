package org.neuroward.clinic.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.neuroward.clinic.filing.Admission;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.recording.ArrivedFrame;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.clinic.recording.OpenRecordings;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.recording.Verdict;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.RefusalCode;

/** Takes frames: finds out whose they are, shows them, has them written, and acknowledges them once they are durable. */
@ApplicationScoped
class FrameDesk implements GroupCommit.Sink {

    private final Recordings recordings;
    private final OpenRecordings logs;
    private final AgentLinks links;
    private final Admission admission;
    private final GroupCommit commit;
    private final LiveFeed feed;
    private final IngestMetrics metrics;
    private final NewestShown newest = new NewestShown();
    private final ExecutorService endings = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("recording-ends").factory());

    FrameDesk(
            Recordings recordings,
            OpenRecordings logs,
            AgentLinks links,
            Admission admission,
            GroupCommit commit,
            LiveFeed feed,
            IngestMetrics metrics) {
        this.recordings = recordings;
        this.logs = logs;
        this.links = links;
        this.admission = admission;
        this.commit = commit;
        this.feed = feed;
        this.metrics = metrics;
    }

    /** @param credit run once when the agent may send one more */
    void take(AgentLink from, Frame frame, Runnable credit) throws AgentRefused, IOException {
        OpenRecording recording = recordingOf(from, frame);
        switch (recording.offer(new ArrivedFrame(frame, System.nanoTime(), credit))) {
            case Verdict.Accepted accepted -> {
                newest.taken(recording, frame);
                show(from.agentId(), recording, frame);
                commit.request(recording);
            }
            case Verdict.Known known -> {
                metrics.known();
                credit.run();
            }
            case Verdict.Refused refused -> throw new AgentRefused(refused.code(), refused.sentence());
        }
    }

    private OpenRecording recordingOf(AgentLink from, Frame frame) throws AgentRefused, IOException {
        Optional<OpenRecording> open = logs.find(frame.recordingId());
        OpenRecording recording = open.isPresent() ? open.get() : logs.open(storedOf(from, frame));
        if (!recording.agentId().equals(from.agentId())) {
            throw foreign(frame.recordingId());
        }
        return recording;
    }

    private StoredRecording storedOf(AgentLink from, Frame frame) throws AgentRefused, FrameException {
        Optional<StoredRecording> stored = recordings.find(frame.recordingId());
        if (stored.isEmpty() && frame.content() instanceof Description description) {
            stored = admission.admit(from, frame.recordingId(), description);
        }
        StoredRecording found = stored.filter(recording -> recording.agentId().equals(from.agentId()))
                .orElseThrow(() -> foreign(frame.recordingId()));
        if (found.frames().isPresent()) {
            throw new AgentRefused(
                    RefusalCode.WRONG_INDEX,
                    "recording " + found.id() + " has ended with frame "
                            + (found.frames().get() - 1));
        }
        return found;
    }

    private static AgentRefused foreign(UUID recordingId) {
        return new AgentRefused(
                RefusalCode.UNKNOWN_SESSION,
                "recording " + recordingId + " belongs to no session that was started at this agent's bed");
    }

    /** Of an agent that records these are its newest samples, shown ahead of the frames that will hold them. */
    void preview(AgentLink from, Preview preview) {
        Optional<UUID> session =
                from.state() == AgentState.RECORDING ? newest.ahead(from.agentId(), preview) : Optional.empty();
        if (feed.heard(from.agentId())) {
            feed.tell(
                    from.agentId(),
                    new LiveSignal.Samples(
                            session,
                            preview.stream(),
                            preview.firstSample(),
                            preview.counts(),
                            System.currentTimeMillis()));
        }
    }

    private void show(String agentId, OpenRecording recording, Frame frame) throws FrameException {
        if (feed.heard(agentId) && !newest.isOld(recording, frame)) {
            signalOf(recording, frame).ifPresent(signal -> feed.tell(agentId, signal));
        }
    }

    private static Optional<LiveSignal> signalOf(OpenRecording recording, Frame frame) throws FrameException {
        UUID session = recording.sessionId();
        return switch (frame.content()) {
            case Description description -> Optional.of(new LiveSignal.Began(recording.id(), description));
            case FrameContent.Samples samples ->
                Optional.of(new LiveSignal.Samples(
                        Optional.of(session),
                        frame.stream(),
                        frame.firstSample(),
                        samples.counts(),
                        System.currentTimeMillis()));
            case FrameContent.Missing missing ->
                Optional.of(new LiveSignal.Missing(
                        session, frame.stream(), frame.firstSample(), frame.sampleCount(), missing));
            case FrameContent.Event event -> Optional.of(new LiveSignal.Remark(session, event));
            case FrameContent.ClockReading reading -> Optional.empty();
            case FrameContent.Impedances impedances -> Optional.empty();
            case FrameContent.Tally tally -> Optional.empty();
            case FrameContent.End end -> Optional.empty();
        };
    }

    @Override
    public void durable(OpenRecording recording, long nextFrame, List<ArrivedFrame> frames) {
        links.find(recording.agentId()).ifPresent(link -> link.tell(new FromServer.Ack(recording.id(), nextFrame)));
        metrics.synced();
        for (ArrivedFrame arrived : frames) {
            metrics.durable(arrived.frame(), arrived.arrivalNanos());
            arrived.written().run();
        }
        recording.end().ifPresent(end -> endings.execute(() -> end(recording, nextFrame, end)));
    }

    private void end(OpenRecording recording, long frames, FrameContent.End end) {
        recordings.end(recording.id(), end.reason().name(), frames);
        try {
            logs.close(recording.id());
        } catch (IOException e) {
            Log.errorf(e, "the log of recording %s cannot be closed; all of it is on disk", recording.id());
        }
    }

    @Override
    public void failed(OpenRecording recording, List<ArrivedFrame> frames) {
        frames.forEach(arrived -> arrived.written().run());
        links.find(recording.agentId()).ifPresent(link -> link.close(RefusalCode.STORAGE_FAILED));
    }
}
