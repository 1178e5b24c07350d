package org.neuroward.wire;

import java.util.Objects;

/**
 * What waits at the bed, and the room that is left there.
 *
 * @param backlogFrames written at the bed and not yet durable on the server
 * @param backlogMillis signal time of that backlog
 * @param bytes of all recordings in the spool
 * @param diskFreeBytes what the agent may still use
 */
public record SpoolFacts(
        long backlogFrames, long backlogMillis, long bytes, long diskFreeBytes, long diskTotalBytes, DiskState disk) {

    public SpoolFacts {
        Objects.requireNonNull(disk);
        if (backlogFrames < 0 || backlogMillis < 0 || bytes < 0 || diskFreeBytes < 0 || diskTotalBytes < 0) {
            throw new IllegalArgumentException("the spool's figures must not be negative: backlog=" + backlogFrames
                    + " frames, " + backlogMillis + " ms, bytes=" + bytes + ", free=" + diskFreeBytes + ", total="
                    + diskTotalBytes);
        }
    }
}
