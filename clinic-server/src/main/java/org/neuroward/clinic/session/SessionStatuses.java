package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.BedWatch;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.clinic.recording.OpenRecordings;
import org.neuroward.clinic.recording.RecordingProgress;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.SessionStatus.Detail;
import org.neuroward.clinic.session.SessionStatus.PlacedBlock;
import org.neuroward.protocol.Block;
import org.neuroward.protocol.Procedures;
import org.neuroward.wire.FrameContent.Event;

/** Puts together what is told of a session: its row, its recording's progress, its agent's connection. */
@ApplicationScoped
public class SessionStatuses {

    private static final RecordingProgress NOTHING = new RecordingProgress(Duration.ZERO, List.of(), List.of());

    private final Sessions sessions;
    private final Recordings recordings;
    private final OpenRecordings logs;
    private final AgentLinks links;
    private final BedWatch watch;
    private final Clock clock = Clock.systemUTC();

    SessionStatuses(Sessions sessions, Recordings recordings, OpenRecordings logs, AgentLinks links, BedWatch watch) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.logs = logs;
        this.links = links;
        this.watch = watch;
    }

    public SessionStatus of(BedSession session) {
        // Asked first: what is read after it may be newer than the phase, never older, so nothing sealed has no length.
        String phase = sessions.phase(session).word();
        Optional<StoredRecording> recording = recordings.findOfSession(session.id());
        RecordingProgress progress = recording
                .flatMap(stored -> logs.find(stored.id()))
                .map(OpenRecording::progress)
                .orElse(NOTHING);
        Optional<StoredRecording.SealedFile> sealed = recording.flatMap(StoredRecording::sealed);
        double seconds = seconds(sealed.map(StoredRecording.SealedFile::length).orElse(progress.recorded()));
        List<PlacedBlock> blocks = blocksOf(session, progress, seconds);
        return new SessionStatus(
                "state",
                session.id(),
                session.orderId(),
                session.bedName(),
                session.variant(),
                phase,
                recording.map(StoredRecording::id),
                seconds,
                blocks,
                currentOf(blocks, seconds),
                sealed.map(StoredRecording.SealedFile::gapSamples).orElse(progress.gapSamples()),
                session.active()
                        ? Optional.of(BedSigns.of(watch.of(session.agentId()), clock.instant()))
                        : Optional.empty(),
                Optional.empty(),
                detailOf(session));
    }

    public SessionStatus of(UUID sessionId) {
        return of(sessions.get(sessionId));
    }

    /** Each block with the onset that the agent marked; of a closed recording, with the onset that was planned. */
    private static List<PlacedBlock> blocksOf(BedSession session, RecordingProgress progress, double seconds) {
        List<Event> marked = progress.events().stream().filter(Event::planned).toList();
        var placed = new ArrayList<PlacedBlock>();
        double planned = 0;
        for (Block block : Procedures.find(session.variant()).orElseThrow().blocks()) {
            int index = placed.size();
            Optional<Double> onset = index < marked.size()
                    ? Optional.of(seconds(marked.get(index).onset()))
                    : Optional.of(planned).filter(start -> !session.active() && start < seconds);
            placed.add(new PlacedBlock(block.annotation(), block.seconds(), onset));
            planned += block.seconds();
        }
        return placed;
    }

    private static Optional<Integer> currentOf(List<PlacedBlock> blocks, double seconds) {
        for (int index = blocks.size() - 1; index >= 0; index--) {
            Optional<Double> onset = blocks.get(index).startedAtSeconds();
            if (onset.isPresent()) {
                boolean runs = seconds < onset.get() + blocks.get(index).seconds();
                return runs ? Optional.of(index) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Detail> detailOf(BedSession session) {
        Optional<Long> away =
                session.active() ? links.awayFor(session.agentId()).map(Duration::toSeconds) : Optional.empty();
        Optional<String> trouble = session.active()
                ? links.find(session.agentId()).flatMap(AgentLink::trouble).map(Enum::name)
                : Optional.empty();
        return away.isPresent() || trouble.isPresent() ? Optional.of(new Detail(away, trouble)) : Optional.empty();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
