package org.neuroward.clinic.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.clinic.recording.OpenRecordings;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.session.SessionStatus;
import org.neuroward.clinic.session.SessionStatuses;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.signal.Channel;

/** What the live views ask of the rest of the server. */
@ApplicationScoped
class LiveSource {

    private final Sessions sessions;
    private final SessionStatuses statuses;
    private final Recordings recordings;
    private final OpenRecordings logs;
    private final AgentLinks links;
    private final Timer age;

    LiveSource(
            Sessions sessions,
            SessionStatuses statuses,
            Recordings recordings,
            OpenRecordings logs,
            AgentLinks links,
            MeterRegistry registry) {
        this.sessions = sessions;
        this.statuses = statuses;
        this.recordings = recordings;
        this.logs = logs;
        this.links = links;
        age = Timer.builder("neuroward.live.latency")
                .description("from a block's arrival at the server until it is sent to a browser")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    SessionStatus statusOf(UUID sessionId) {
        return statuses.of(sessionId);
    }

    Optional<OpenRecording> recordingOf(UUID sessionId) {
        return recordings.findOfSession(sessionId).flatMap(stored -> logs.find(stored.id()));
    }

    /** The channels of the recording that runs, else of the amplifier at the session's bed; none when neither is there. */
    List<Channel> channelsOf(UUID sessionId, Optional<OpenRecording> open) {
        return open.flatMap(OpenRecording::description)
                .map(description -> description.channels())
                .or(() -> links.find(sessions.get(sessionId).agentId())
                        .map(link -> link.amplifier().channels()))
                .orElse(List.of());
    }

    void shown(LiveSignal.Samples samples) {
        age.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - samples.arrivalEpochMillis())));
    }
}
