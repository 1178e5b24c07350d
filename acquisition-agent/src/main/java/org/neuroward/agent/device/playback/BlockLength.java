package org.neuroward.agent.device.playback;

/** How much signal goes into a block: short ones are smooth to look at, long ones are cheap at high speed. */
enum BlockLength {
    SMOOTH(50_000_000L),
    CHEAP(100_000_000L);

    private final long nanos;

    BlockLength(long nanos) {
        this.nanos = nanos;
    }

    static BlockLength forSpeed(double speed) {
        return speed <= 4 ? SMOOTH : CHEAP;
    }

    /** First sample, at {@code hertz}, that belongs to slice number {@code slice}. */
    long firstSample(long slice, double hertz) {
        return (long) Math.ceil(slice * (nanos / 1e9) * hertz - 1e-9);
    }

    long nanosBefore(long slice) {
        return slice * nanos;
    }

    /** The slice that holds {@code signalNanos}. */
    long sliceAt(long signalNanos) {
        return signalNanos / nanos;
    }
}
