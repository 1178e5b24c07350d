package org.neuroward.clinic.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.neuroward.clinic.filing.Admission;
import org.neuroward.clinic.fleet.AgentFacts;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.Agents;
import org.neuroward.clinic.fleet.AmplifierFacts;
import org.neuroward.clinic.fleet.Identification;
import org.neuroward.clinic.recording.OpenRecordings;
import org.neuroward.clinic.recording.RecordingSealed;
import org.neuroward.clinic.recording.RecordingState;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedDirector;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.RefusalCode;

/** Lets agents in, tells each where its recordings stand, and lets it go. */
@ApplicationScoped
class Reception {

    /** End reason of a recording whose agent has lost it. */
    private static final String FORGOTTEN = "FORGOTTEN_BY_AGENT";

    /** After a restart of the server all agents call at once: each is soon served when few are served at a time. */
    private static final int SERVED_AT_ONCE = 8;

    private final Semaphore desk = new Semaphore(SERVED_AT_ONCE, true);
    private final Agents agents;
    private final AgentLinks links;
    private final Recordings recordings;
    private final OpenRecordings logs;
    private final BedDirector director;
    private final Admission admission;
    private final IngestMetrics metrics;

    Reception(
            Agents agents,
            AgentLinks links,
            Recordings recordings,
            OpenRecordings logs,
            BedDirector director,
            Admission admission,
            IngestMetrics metrics) {
        this.agents = agents;
        this.links = links;
        this.recordings = recordings;
        this.logs = logs;
        this.director = director;
        this.admission = admission;
        this.metrics = metrics;
    }

    /** @param closer ends this connection when another one of the same agent takes its place */
    AgentLink receive(Hello hello, AgentOutbound outbound, Consumer<RefusalCode> closer)
            throws AgentRefused, IOException {
        desk.acquireUninterruptibly();
        try {
            if (outbound.gone()) {
                throw new AgentRefused(RefusalCode.REPLACED, "the agent hung up before its turn came");
            }
            return letIn(hello, outbound, closer);
        } finally {
            desk.release();
        }
    }

    private AgentLink letIn(Hello hello, AgentOutbound outbound, Consumer<RefusalCode> closer)
            throws AgentRefused, IOException {
        UUID bedId = admitted(hello);
        var amplifier = new AmplifierFacts(hello.device(), hello.simulated(), hello.channels());
        var link = new AgentLink(
                new AgentFacts(hello.agentId(), bedId, hello.agentVersion()), amplifier, outbound::send, closer);
        links.attach(link);
        try {
            greet(link, hello);
            return link;
        } catch (IOException | RuntimeException e) {
            links.detach(link);
            throw e;
        }
    }

    private void greet(AgentLink link, Hello hello) throws IOException {
        endForgotten(hello);
        var sealed = new ArrayList<Sealed>();
        var leftOver = new LinkedHashSet<UUID>();
        List<Ack> standing = standing(hello, sealed, leftOver);
        link.leaves(leftOver, hello.recordings().stream().anyMatch(held -> runsLeftOver(held, leftOver)));
        link.tell(new Welcome(standing));
        sealed.forEach(link::tell);
        Log.infof(
                "agent %s is connected: %d recordings in its spool",
                hello.agentId(), hello.recordings().size());
    }

    private UUID admitted(Hello hello) throws AgentRefused {
        try {
            UUID bedId = bedOf(hello);
            if (hello.wireVersion() != Bedside.WIRE_VERSION) {
                throw new AgentRefused(
                        RefusalCode.UNSUPPORTED_WIRE_VERSION,
                        "this server speaks wire version " + Bedside.WIRE_VERSION + ", the agent "
                                + hello.wireVersion());
            }
            return bedId;
        } catch (AgentRefused e) {
            links.refused(hello.agentId(), e.code());
            throw e;
        }
    }

    private UUID bedOf(Hello hello) throws AgentRefused {
        return switch (agents.identify(hello.agentId(), hello.secret())) {
            case Identification.Enrolled enrolled -> enrolled.bedId();
            case Identification.UnknownAgent unknown ->
                throw new AgentRefused(RefusalCode.UNKNOWN_AGENT, "this server has enrolled no agent of that id");
            case Identification.WrongSecret wrong ->
                throw new AgentRefused(
                        RefusalCode.WRONG_SECRET, "the secret is not the one the agent was enrolled with");
        };
    }

    /**
     * A recording that its own agent no longer holds can receive nothing more: its bedside disk was replaced or emptied. It
     * ends with what the server has, so that its bed is free and its samples are not lost too.
     */
    private void endForgotten(Hello hello) throws IOException {
        Set<UUID> held =
                hello.recordings().stream().map(SpooledRecording::recordingId).collect(Collectors.toSet());
        for (StoredRecording open : recordings.listOpenOf(hello.agentId())) {
            if (!held.contains(open.id())) {
                Log.warnf("agent %s no longer holds recording %s; it ends as it is", hello.agentId(), open.id());
                recordings.end(open.id(), FORGOTTEN, logs.open(open).durableFrames());
            }
        }
    }

    private static boolean runsLeftOver(SpooledRecording held, Set<UUID> leftOver) {
        return !held.ended() && leftOver.contains(held.recordingId());
    }

    /**
     * @param leftOver takes the recordings of which the bed holds more than this server will take: they stay at the bed, and a
     *     person sees to them
     */
    private List<Ack> standing(Hello hello, List<Sealed> sealed, Set<UUID> leftOver) throws IOException {
        var standing = new ArrayList<Ack>();
        for (SpooledRecording spooled : hello.recordings()) {
            Optional<StoredRecording> stored = recordings
                    .find(spooled.recordingId())
                    .filter(known -> known.agentId().equals(hello.agentId()));
            if (stored.flatMap(StoredRecording::frames)
                    .filter(taken -> taken < spooled.nextFrame())
                    .isPresent()) {
                leftOver.add(spooled.recordingId());
                Log.warnf(
                        "agent %s holds more of recording %s than was there when it was ended by hand; it stays at the bed",
                        hello.agentId(), spooled.recordingId());
            } else if (stored.isPresent()) {
                standing.add(new Ack(spooled.recordingId(), nextFrame(stored.get())));
                stored.get().sealed().ifPresent(file -> sealed.add(new Sealed(spooled.recordingId(), file.sha256())));
            } else if (admission.expects(spooled, hello.agentId())) {
                standing.add(new Ack(spooled.recordingId(), 0));
            } else {
                leftOver.add(spooled.recordingId());
                Log.warnf(
                        "agent %s holds recording %s of no session of this server; it stays at the bed",
                        hello.agentId(), spooled.recordingId());
            }
        }
        return standing;
    }

    private long nextFrame(StoredRecording stored) throws IOException {
        return stored.state() == RecordingState.OPEN
                ? logs.open(stored).durableFrames()
                : stored.frames().orElseThrow();
    }

    void changed(AgentLink link, State state) {
        AgentState before = link.state();
        boolean first = link.changed(state.state());
        if (state.state() == AgentState.RECORDING && link.takeRunningLeftOver()) {
            link.command(FromServer.Stop::new);
            return;
        }
        if (first || before == AgentState.UPLOADING) {
            director.agentStands(link);
        }
    }

    void left(AgentLink link) {
        links.detach(link);
        Log.infof("agent %s is disconnected", link.agentId());
    }

    void refused(Optional<AgentLink> link, RefusalCode code, String sentence) {
        metrics.refused(code);
        Log.warnf("agent %s was refused: %s: %s", link.map(AgentLink::agentId).orElse("(not let in)"), code, sentence);
    }

    /** The bed may clear its spool. An agent that is away is told when it comes back. */
    void sealed(@ObservesAsync RecordingSealed event) {
        StoredRecording recording = recordings.get(event.recordingId());
        if (recording.endedByHand()) {
            // The bed may hold more than was sealed: what it may drop is told when it says what it holds.
            return;
        }
        recording.sealed().ifPresent(file -> links.find(recording.agentId())
                .ifPresent(link -> link.tell(new Sealed(recording.id(), file.sha256()))));
    }
}
