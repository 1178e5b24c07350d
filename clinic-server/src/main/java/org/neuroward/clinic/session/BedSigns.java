package org.neuroward.clinic.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.BedCondition;
import org.neuroward.clinic.fleet.BedTrouble;
import org.neuroward.wire.FromAgent.Status;

/**
 * How the bed of a session is, as the page at the bed is told.
 *
 * @param troubles what is wrong now, the most urgent first
 * @param over what was wrong until lately, the latest last
 * @param facts of the last heartbeat; empty when there was none on this connection
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BedSigns(List<Trouble> troubles, List<Over> over, Optional<Facts> facts) {

    public BedSigns {
        troubles = List.copyOf(troubles);
        over = List.copyOf(over);
    }

    /** @param seconds since it began */
    public record Trouble(String code, String urgency, double seconds) {}

    /** @param lastedSeconds how long it was so */
    public record Over(String code, String urgency, double lastedSeconds, double agoSeconds) {}

    /**
     * The figures of a heartbeat.
     *
     * @param missingSamples of stream 0 in the present recording
     * @param backlogSeconds signal that the server does not have yet
     * @param offsetMillis server's clock minus the bed's
     * @param driftPpm how much faster than stated the amplifier runs
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Facts(
            String device,
            long missingSamples,
            long gaps,
            long repeated,
            long late,
            long damaged,
            double backlogSeconds,
            String disk,
            long diskFreeBytes,
            Optional<Double> offsetMillis,
            Optional<Double> offsetUncertaintyMillis,
            Optional<Double> driftPpm,
            Optional<Double> driftUncertaintyPpm) {

        static Facts of(Status status, OptionalDouble nominalHertz) {
            var losses = status.losses();
            var spool = status.spool();
            return new Facts(
                    status.device().name(),
                    losses.missingSamples(),
                    losses.gaps(),
                    losses.repeated(),
                    losses.late(),
                    losses.damaged(),
                    spool.backlogMillis() / 1e3,
                    spool.disk().name(),
                    spool.diskFreeBytes(),
                    status.serverClock().map(clock -> clock.offsetNanos() / 1e6),
                    status.serverClock().map(clock -> clock.uncertaintyNanos() / 1e6),
                    nominalHertz.isEmpty()
                            ? Optional.empty()
                            : status.deviceClock().map(clock -> clock.driftPpm(nominalHertz.getAsDouble())),
                    status.deviceClock().map(clock -> clock.uncertaintyPpm()));
        }
    }

    static BedSigns of(BedCondition condition, Instant now) {
        return new BedSigns(
                condition.present().stream()
                        .map(present -> new Trouble(
                                present.trouble().inSession().word(),
                                urgency(present.trouble()),
                                seconds(present.since(), now)))
                        .distinct()
                        .toList(),
                condition.over().stream()
                        .map(over -> new Over(
                                over.trouble().inSession().word(),
                                urgency(over.trouble()),
                                seconds(over.since(), over.until()),
                                seconds(over.until(), now)))
                        .toList(),
                condition.status().map(status -> Facts.of(status, nominalHertz(condition))));
    }

    private static OptionalDouble nominalHertz(BedCondition condition) {
        return condition.link().map(AgentLink::amplifier).isPresent()
                ? condition.link().get().amplifier().nominalHertz()
                : OptionalDouble.empty();
    }

    private static String urgency(BedTrouble trouble) {
        return trouble.inSession().urgency().word();
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1e3);
    }
}
