package org.neuroward.agent.spool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuroward.wire.LogHome;

/**
 * Where recordings are kept at the bed, and for how long.
 *
 * @param homes the disk to write to, then those to go on with when it fails
 * @param keep how long a recording stays after the server has sealed it, as long as there is room
 * @param ringBytes frames that are kept in memory while no disk holds them
 * @param clock the wall clock, for the age of what is kept
 */
public record SpoolPlan(List<LogHome> homes, Duration keep, long ringBytes, InstantSource clock) {

    public static final Duration KEEP = Duration.ofDays(7);

    /** More than two minutes of 64 channels at 1 kHz; 10 s of 800 channels at 1 kHz. */
    public static final long RING_BYTES = 32L * 1024 * 1024;

    public SpoolPlan {
        homes = List.copyOf(homes);
        if (homes.isEmpty() || keep.isNegative() || ringBytes < 1) {
            throw new IllegalArgumentException("a spool needs a disk, a time to keep and memory: homes=" + homes.size()
                    + ", keep=" + keep + ", ring=" + ringBytes);
        }
    }

    /** @param spare folder on another disk */
    public static SpoolPlan of(Path folder, Optional<Path> spare, Duration keep) {
        List<LogHome> homes = Stream.concat(Stream.of(folder), spare.stream())
                .map(LogHome::ahead)
                .toList();
        return new SpoolPlan(homes, keep, RING_BYTES, Clock.systemUTC());
    }

    public static SpoolPlan of(Path folder) {
        return of(folder, Optional.empty(), KEEP);
    }

    /** Folders that hold recordings. */
    List<Path> logs() {
        return homes.stream().map(LogHome::logs).toList();
    }
}
