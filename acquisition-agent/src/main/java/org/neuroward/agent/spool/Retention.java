package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.RecordingLog;

/**
 * The recordings that the server has sealed. They stay for a set time; earlier, the oldest one goes when a disk is full.
 * Nothing else is ever deleted.
 */
final class Retention {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    private final SpoolPlan plan;
    private final List<Sealed> sealed = new ArrayList<>();

    private record Sealed(UUID recordingId, Instant since) {}

    Retention(SpoolPlan plan) {
        this.plan = plan;
    }

    /** Takes a recording over that an earlier run marked as sealed; false when it is not. */
    boolean takeOver(UUID recordingId) {
        Optional<Instant> since = plan.homes().stream()
                .map(home -> SealedMark.read(home.folder(recordingId)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        since.ifPresent(instant -> keep(recordingId, instant));
        return since.isPresent();
    }

    private synchronized void keep(UUID recordingId, Instant since) {
        sealed.add(new Sealed(recordingId, since));
        sealed.sort(Comparator.comparing(Sealed::since));
    }

    /** Marks a recording as sealed from now on. */
    void sealed(UUID recordingId) {
        Instant now = plan.clock().instant();
        for (LogHome home : plan.homes()) {
            try {
                SealedMark.write(home, recordingId, now);
            } catch (IOException e) {
                LOG.log(
                        Level.ERROR,
                        "that recording {0} is sealed cannot be written down in {1}: {2}",
                        recordingId,
                        home.logs(),
                        e.getMessage());
            }
        }
        keep(recordingId, now);
    }

    /** Oldest first. */
    synchronized List<UUID> recordings() {
        return sealed.stream().map(Sealed::recordingId).toList();
    }

    /** Deletes what is old enough, and what has to make room. */
    synchronized void look() {
        Instant oldest = plan.clock().instant().minus(plan.keep());
        while (!sealed.isEmpty()
                && (sealed.getFirst().since().isBefore(oldest) || isRoomNeeded())
                && delete(sealed.getFirst())) {
            sealed.removeFirst();
        }
    }

    private boolean isRoomNeeded() {
        return plan.homes().stream().anyMatch(home -> {
            try {
                return DiskWatch.stateOf(home.files().space(home.logs())) == DiskState.FULL;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private boolean delete(Sealed oldest) {
        try {
            for (Path logs : plan.logs()) {
                RecordingLog.delete(logs, oldest.recordingId());
            }
            LOG.log(
                    Level.INFO,
                    "recording {0} left the bed: the server has it sealed since {1}",
                    oldest.recordingId(),
                    oldest.since());
            return true;
        } catch (IOException e) {
            LOG.log(Level.ERROR, "recording {0} cannot be deleted: {1}", oldest.recordingId(), e.getMessage());
            return false;
        }
    }
}
