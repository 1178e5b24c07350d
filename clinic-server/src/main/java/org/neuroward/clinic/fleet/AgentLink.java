package org.neuroward.clinic.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.RefusalCode;

/** One agent's open connection, as the rest of the server sees it. Safe for any thread. */
public final class AgentLink {

    private static final int ANSWER_SECONDS = 5;

    /** A heartbeat comes each second; two that are missing are no accident. */
    private static final long SILENT_NANOS = 2_200_000_000L;

    private final AgentFacts agent;
    private final AmplifierFacts amplifier;
    private final Consumer<FromServer> outbound;
    private final Consumer<RefusalCode> closer;
    private final Map<UUID, CompletableFuture<Optional<CommandRefusal>>> waiting = new ConcurrentHashMap<>();
    private final Contacts contacts = new Contacts();
    private volatile AgentState state = AgentState.IDLE;
    private volatile boolean heard;
    private volatile Optional<CommandRefusal> trouble = Optional.empty();
    private volatile Optional<Status> status = Optional.empty();
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean silent;
    private volatile Set<UUID> leftOver = Set.of();
    private final AtomicBoolean leftOverRuns = new AtomicBoolean();

    /**
     * @param outbound takes a message for the agent and returns at once
     * @param closer ends the connection and tells the agent why
     */
    public AgentLink(
            AgentFacts agent, AmplifierFacts amplifier, Consumer<FromServer> outbound, Consumer<RefusalCode> closer) {
        this.agent = Objects.requireNonNull(agent);
        this.amplifier = Objects.requireNonNull(amplifier);
        this.outbound = Objects.requireNonNull(outbound);
        this.closer = Objects.requireNonNull(closer);
    }

    public String agentId() {
        return agent.agentId();
    }

    public UUID bedId() {
        return agent.bedId();
    }

    public String version() {
        return agent.version();
    }

    public AmplifierFacts amplifier() {
        return amplifier;
    }

    /** What was measured at the electrodes of the patient who is there now. */
    public Contacts contacts() {
        return contacts;
    }

    public AgentState state() {
        return state;
    }

    /** Why the agent could not do the last thing it was asked, or empty when it could. */
    public Optional<CommandRefusal> trouble() {
        return trouble;
    }

    /**
     * Notes what the agent is doing.
     *
     * @return true when it is the first word of this connection
     */
    public boolean changed(AgentState now) {
        state = Objects.requireNonNull(now);
        boolean first = !heard;
        heard = true;
        return first;
    }

    /** Something came from the agent. */
    public void heard() {
        heardNanos = System.nanoTime();
        silent = false;
    }

    /** How long nothing has come from the agent. */
    public Duration quietFor() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - heardNanos));
    }

    /** Whether the agent, which is connected and used to send heartbeats, has fallen silent. */
    public boolean silent() {
        return silent;
    }

    /** Judges whether the agent is silent; told by one watch, so that all of the server agree. */
    void judgeSilence() {
        silent = status.isPresent() && System.nanoTime() - heardNanos > SILENT_NANOS;
    }

    /**
     * Notes the recordings of which the bed holds more than the server will take.
     *
     * @param running one of them is still being recorded
     */
    public void leaves(Set<UUID> recordingIds, boolean running) {
        leftOver = Set.copyOf(recordingIds);
        leftOverRuns.set(running);
    }

    /** Whether the bed still records what the server will not take; true once, for the one who stops it. */
    public boolean takeRunningLeftOver() {
        return leftOverRuns.getAndSet(false);
    }

    /** Recordings of which the bed holds more than the server will take. */
    public Set<UUID> leftOver() {
        return leftOver;
    }

    /** Takes note of a heartbeat. */
    public void heartbeat(Status now) {
        status = Optional.of(now);
    }

    /** The last heartbeat; empty until the first one. */
    public Optional<Status> status() {
        return status;
    }

    /** Whether the bed says that it holds samples that the server has not. */
    boolean hasBacklog() {
        return status.filter(known -> known.spool().backlogFrames() > 0).isPresent();
    }

    public void tell(FromServer message) {
        outbound.accept(message);
    }

    /**
     * Asks the agent to do something.
     *
     * @param command made with the id that its answer will bear
     * @return the agent's answer: empty when done; fails with a {@code TimeoutException} when none comes within 5 seconds
     */
    public CompletableFuture<Optional<CommandRefusal>> command(Function<UUID, FromServer> command) {
        UUID id = UUID.randomUUID();
        var answer = new CompletableFuture<Optional<CommandRefusal>>();
        waiting.put(id, answer);
        outbound.accept(command.apply(id));
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).whenComplete((refusal, fault) -> waiting.remove(id));
    }

    public void answered(CommandDone done) {
        trouble = done.refusal();
        var answer = waiting.remove(done.commandId());
        if (answer != null) {
            answer.complete(done.refusal());
        }
    }

    public void close(RefusalCode why) {
        closer.accept(why);
    }
}
