package org.neuroward.clinic.fleet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.DeviceClock;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.ServerClock;
import org.neuroward.wire.SpoolFacts;

/** What is wrong at a bed by its agent's last heartbeat. */
final class BedJudge {

    /** Above it, the time written on a recording is visibly wrong. */
    static final long CLOCK_LIMIT_NANOS = 2_000_000_000L;

    /** Crystals are within 100 ppm; above this the rate of the amplifier is not the one that it states. */
    static final double DRIFT_LIMIT_PPM = 300;

    /** What is on its way at any moment is no backlog. */
    static final long SYNCING_MILLIS = 5_000;

    private BedJudge() {}

    static Set<BedTrouble> judge(AgentLink link, boolean losing) {
        Set<BedTrouble> found = EnumSet.noneOf(BedTrouble.class);
        if (link.silent()) {
            found.add(BedTrouble.AGENT_SILENT);
        }
        if (!link.leftOver().isEmpty()) {
            found.add(BedTrouble.LEFT_OVER);
        }
        // What a silent agent said last is no longer known.
        link.status().filter(status -> !link.silent()).ifPresent(status -> {
            device(status, link.state()).ifPresent(found::add);
            disk(status.spool()).ifPresent(found::add);
            clocks(status, link, found);
            if (losing) {
                found.add(BedTrouble.LOSS_RISING);
            }
            // What the server does not take waits for a person, not for the line.
            if (status.spool().backlogMillis() > SYNCING_MILLIS
                    && link.leftOver().isEmpty()) {
                found.add(BedTrouble.SYNCING);
            }
        });
        return found;
    }

    private static Optional<BedTrouble> device(Status status, AgentState agent) {
        boolean needed = agent == AgentState.PREPARED || agent == AgentState.RECORDING;
        return switch (status.device()) {
            case ABSENT -> Optional.of(needed ? BedTrouble.DEVICE_ABSENT : BedTrouble.DEVICE_OFF);
            case SILENT -> needed ? Optional.of(BedTrouble.DEVICE_SILENT) : Optional.empty();
            case IDLE, STREAMING -> Optional.empty();
        };
    }

    private static Optional<BedTrouble> disk(SpoolFacts spool) {
        return switch (spool.disk()) {
            case OK -> Optional.empty();
            case LOW -> Optional.of(BedTrouble.DISK_LOW);
            case FULL -> Optional.of(BedTrouble.DISK_FULL);
            case READ_ONLY -> Optional.of(BedTrouble.DISK_READ_ONLY);
            case FAILED -> Optional.of(BedTrouble.DISK_FAILED);
        };
    }

    private static void clocks(Status status, AgentLink link, Set<BedTrouble> found) {
        if (status.serverClock().filter(BedJudge::isOff).isPresent()) {
            found.add(BedTrouble.CLOCK_OFF);
        }
        OptionalDouble nominal = link.amplifier().nominalHertz();
        if (nominal.isPresent()
                && status.deviceClock()
                        .filter(clock -> drifts(clock, nominal.getAsDouble()))
                        .isPresent()) {
            found.add(BedTrouble.CLOCK_DRIFTS);
        }
    }

    private static boolean isOff(ServerClock clock) {
        return Math.abs(clock.offsetNanos()) - clock.uncertaintyNanos() > CLOCK_LIMIT_NANOS;
    }

    private static boolean drifts(DeviceClock clock, double nominalHertz) {
        return Math.abs(clock.driftPpm(nominalHertz)) - clock.uncertaintyPpm() > DRIFT_LIMIT_PPM;
    }
}
