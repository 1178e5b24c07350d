package org.neuroward.drill.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Technician;

/**
 * One bed's day: a technician begins a recording, lets it run, ends it, and waits for its sealed file; then the next one.
 * Whatever is killed meanwhile, the technician asks again. A thread of its own.
 */
public final class BedWork implements AutoCloseable {

    private static final String VARIANT = "resting-eeg/short";
    private static final Set<String> OVER = Set.of("ended", "sealing", "sealed", "failed");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 200;

    /**
     * What came of one recording.
     *
     * @param wallSeconds between the technician's start and stop, or the end of the source
     * @param agentKills while it was recorded
     * @param kept empty when it was never sealed
     */
    public record Outcome(
            int bed,
            BedSource source,
            double wallSeconds,
            int agentKills,
            Optional<KeptRecording> kept,
            String trouble) {}

    private final RunningClinic clinic;
    private final BedAgent agent;
    private final Quiet quiet;
    private final Supplier<BedSource> sources;
    private final Supplier<Duration> lengths;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Thread thread;
    private Technician technician;
    private String prepared;
    private volatile UUID recording;
    private volatile boolean finishing;
    private volatile boolean recordingNow;
    private volatile boolean hasBegun;
    private volatile long beganNanos;
    private volatile double recordedSeconds;
    private volatile String trouble = "";

    /**
     * @param sources of one recording after the other
     * @param lengths of the recordings; the bed ends the last one early when it is told to finish
     */
    public BedWork(
            RunningClinic clinic,
            BedAgent agent,
            Quiet quiet,
            Supplier<BedSource> sources,
            Supplier<Duration> lengths) {
        this.clinic = clinic;
        this.agent = agent;
        this.quiet = quiet;
        this.sources = sources;
        this.lengths = lengths;
        this.thread = Thread.ofPlatform().daemon().name("bed " + agent.bed()).unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    public BedAgent agent() {
        return agent;
    }

    /** The recording that runs, for those who look at the server's disk. */
    public Optional<UUID> recording() {
        return Optional.ofNullable(recording);
    }

    public boolean isRecording() {
        return recordingNow;
    }

    /** By how much what the server has of the recording lags behind the clock. */
    public double behindSeconds() {
        return (System.nanoTime() - beganNanos) / 1e9 - recordedSeconds;
    }

    /** Waits until each of them has begun its first recording. */
    public static void awaitRecording(List<BedWork> beds) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!beds.stream().allMatch(bed -> bed.hasBegun)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("beds that do not record: "
                        + beds.stream()
                                .filter(bed -> !bed.hasBegun)
                                .map(bed -> bed.agent.bed() + " " + bed.trouble)
                                .toList());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Ends the recording that runs and begins no other. */
    public void finish() {
        finishing = true;
    }

    /** Leaves the bed as it is. */
    @Override
    public void close() {
        finishing = true;
        thread.interrupt();
    }

    public List<Outcome> awaitOutcomes() throws InterruptedException {
        thread.join();
        return List.copyOf(outcomes);
    }

    private void work() {
        while (!finishing && !Thread.currentThread().isInterrupted()) {
            BedSource source = sources.get();
            try {
                record(source);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // Whatever it was, the other beds go on, and the drill misses its target.
                outcomes.add(new Outcome(agent.bed(), source, 0, 0, Optional.empty(), e.toString()));
                finishing = true;
            }
        }
    }

    private void record(BedSource source) throws Exception {
        agent.replace(source);
        prepared = null;
        Optional<String> session = begin();
        if (session.isEmpty()) {
            return;
        }
        int killsBefore = agent.kills();
        beganNanos = System.nanoTime();
        recordedSeconds = 0;
        JsonNode seen = eventually("recording", () -> status(session.get()), now -> now.hasNonNull("recordingId"));
        recording = UUID.fromString(seen.path("recordingId").asText());
        recordingNow = true;
        hasBegun = true;
        boolean ended = runFor(session.get(), lengths.get());
        if (!ended) {
            eventually("a stop", () -> stopped(session.get()), Boolean::booleanValue);
        }
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        seen = eventually("sealed", () -> status(session.get()), this::isSealedOrFailed);
        recordingNow = false;
        outcomes.add(outcome(source, seen, seconds, agent.kills() - killsBefore));
        recording = null;
    }

    private Outcome outcome(BedSource source, JsonNode seen, double seconds, int kills) throws IOException {
        boolean sealed = seen.path("state").asText().equals("sealed");
        Optional<KeptRecording> kept =
                sealed ? Optional.of(KeptRecording.of(clinic, source, recording)) : Optional.empty();
        return new Outcome(agent.bed(), source, seconds, kills, kept, sealed ? "" : seen.toString());
    }

    /** Empty when the bed is to finish before there was anything to record. */
    private Optional<String> begin() throws Exception {
        String[] session = new String[1];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (session[0] == null && !finishing && System.nanoTime() < deadline) {
            quiet.tryUndisturbed(() -> session[0] = tryBegin());
            if (session[0] == null) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return Optional.ofNullable(session[0]);
    }

    /** A server that just came has not met every agent yet, and a busy one may not hear it in time: both are asked again. */
    private String tryBegin() throws InterruptedException {
        try {
            if (prepared == null) {
                prepared = prepare();
            }
            return prepared != null && isStarted() ? prepared : null;
        } catch (IOException | IllegalStateException e) {
            technician = null;
            trouble = e.toString();
            return null;
        }
    }

    /** Null when the bed's patient has no open order: the next start of the server brings one. */
    private String prepare() throws IOException, InterruptedException {
        List<UUID> orders = technician().worklist(RunningClinic.patientNumber(agent.bed()));
        if (orders.isEmpty()) {
            return null;
        }
        technician().confirmIdentity(orders.getFirst());
        UUID bed = technician().readyBed(orders.getFirst(), RunningClinic.bedName(agent.bed()));
        return accepted(201, technician().prepare(orders.getFirst(), bed, VARIANT))
                .text("id");
    }

    private boolean isStarted() throws IOException, InterruptedException {
        JsonNode seen = status(prepared);
        if (seen.path("state").asText().equals("cancelled")) {
            prepared = null;
            return false;
        }
        if (!seen.hasNonNull("recordingId")) {
            technician().awaitState(prepared, "prepared");
            accepted(200, technician().ask(prepared, "start"));
        }
        return true;
    }

    private static Technician.Answer accepted(int status, Technician.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("the server refuses: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private Technician technician() throws IOException, InterruptedException {
        if (technician == null) {
            technician = clinic.technician();
        }
        return technician;
    }

    /** True when the source ended by itself. */
    private boolean runFor(String session, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end && !finishing) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            try {
                JsonNode seen = status(session);
                recordedSeconds = seen.path("recordedSeconds").asDouble();
                if (OVER.contains(seen.path("state").asText())) {
                    return true;
                }
            } catch (IOException | IllegalStateException e) {
                technician = null;
            }
        }
        return false;
    }

    private JsonNode status(String session) throws IOException, InterruptedException {
        Technician.Answer answer = technician().status(session);
        if (answer.status() != 200) {
            throw new IllegalStateException("the server answers " + answer.status());
        }
        return answer.body();
    }

    private boolean stopped(String session) throws IOException, InterruptedException {
        return technician().ask(session, "stop").status() == 200
                || OVER.contains(status(session).path("state").asText());
    }

    private boolean isSealedOrFailed(JsonNode seen) {
        String state = seen.path("state").asText();
        return state.equals("sealed") || state.equals("failed");
    }

    /** Asks again and again, past servers that are away. */
    private <T> T eventually(String what, Callable<T> ask, Predicate<T> until) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                T answer = ask.call();
                if (until.test(answer)) {
                    return answer;
                }
                last = answer.toString();
            } catch (IOException | IllegalStateException e) {
                technician = null;
                last = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("bed " + agent.bed() + " did not come to " + what + "; last: " + last);
    }
}
