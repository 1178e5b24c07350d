package org.neuroward.clinic.fleet;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.RefusalCode;

/** Looks at every bed several times a second: who has fallen silent, what is wrong, since when. */
@ApplicationScoped
public class BedWatch {

    private static final long LOOK_MILLIS = 200;

    /** When this thread itself came so late, the whole server was held up, and nobody's silence means anything. */
    private static final long HELD_UP_NANOS = 1_000_000_000L;

    private final AgentLinks links;
    private final FleetMetrics metrics;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bed-watch").daemon().factory());
    private long lookedNanos = System.nanoTime();

    private static final class Watched {
        final TroubleBook book = new TroubleBook();
        final LossMeter losses = new LossMeter();
    }

    BedWatch(AgentLinks links, FleetMetrics metrics) {
        this.links = links;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** What is wrong at the bed of an agent, and what was until lately; nothing of an agent that was never heard of. */
    public BedCondition of(String agentId) {
        Optional<Watched> known = Optional.ofNullable(watched.get(agentId));
        return new BedCondition(
                links.find(agentId),
                known.map(of -> of.book.present()).orElse(List.of()),
                known.map(of -> of.book.over()).orElse(List.of()));
    }

    private void look() {
        long now = System.nanoTime();
        boolean heldUp = now - lookedNanos > HELD_UP_NANOS;
        lookedNanos = now;
        try {
            List<AgentLink> connected = links.list();
            for (AgentLink link : connected) {
                watched.computeIfAbsent(link.agentId(), first -> new Watched());
                if (!heldUp) {
                    link.judgeSilence();
                }
            }
            watched.forEach(this::look);
            metrics.beds(connected);
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it every alarm.
            Log.error("the watch over the beds failed; it goes on", e);
        }
    }

    private void look(String agentId, Watched bed) {
        Instant now = clock.instant();
        Optional<AgentLink> link = links.find(agentId);
        Set<BedTrouble> found = link.map(present -> judge(present, bed)).orElseGet(() -> away(agentId));
        refusal(agentId).ifPresent(found::add);
        Instant since = now.minus(link.filter(AgentLink::silent)
                .map(AgentLink::quietFor)
                .or(() -> links.awayFor(agentId))
                .orElse(Duration.ZERO));
        TroubleBook.Change change = bed.book.look(found, since, now);
        for (BedTrouble trouble : change.begun()) {
            metrics.begun(trouble);
            if (trouble.urgency() != BedTrouble.Urgency.ADVICE) {
                Log.warnf("agent %s: %s", agentId, trouble);
            }
        }
        for (TroubleBook.Over over : change.ended()) {
            if (over.trouble().urgency() != BedTrouble.Urgency.ADVICE) {
                Log.infof(
                        "agent %s: %s is over after %.1f s",
                        agentId,
                        over.trouble(),
                        Duration.between(over.since(), over.until()).toMillis() / 1000.0);
            }
        }
    }

    private static Set<BedTrouble> judge(AgentLink link, Watched bed) {
        boolean losing = link.status()
                .filter(status -> bed.losses.losing(status.losses(), System.nanoTime()))
                .isPresent();
        return BedJudge.judge(link, losing);
    }

    private Set<BedTrouble> away(String agentId) {
        boolean needed = links.lost(agentId)
                .map(ended -> ended.link().state())
                .filter(state -> state != AgentState.IDLE)
                .isPresent();
        return EnumSet.of(needed ? BedTrouble.AGENT_AWAY : BedTrouble.AGENT_OFF);
    }

    private Optional<BedTrouble> refusal(String agentId) {
        return links.refusalOf(agentId).flatMap(BedWatch::troubleOf);
    }

    static Optional<BedTrouble> troubleOf(RefusalCode refused) {
        return switch (refused) {
            case WRONG_SECRET -> Optional.of(BedTrouble.WRONG_SECRET);
            case UNSUPPORTED_WIRE_VERSION -> Optional.of(BedTrouble.WRONG_VERSION);
            case UNKNOWN_AGENT, REPLACED, DAMAGED_FRAME, WRONG_INDEX, UNKNOWN_SESSION, STORAGE_FAILED ->
                Optional.empty();
        };
    }
}
