package org.neuroward.agent;

import java.util.Arrays;
import java.util.List;
import org.neuroward.wire.StreamLayout;

/** Where a recording is to end, in each of its streams; nowhere until someone asks. Belongs to one thread. */
final class StopLine {

    private static final long NOWHERE = Long.MAX_VALUE;

    /** Less than any sampling period: a second that is complete is not waited for again. */
    private static final double ROUNDING = 1e-9;

    private final List<StreamLayout.Stream> streams;
    private final long[] ends;

    StopLine(List<StreamLayout.Stream> streams) {
        this.streams = streams;
        this.ends = new long[streams.size()];
        Arrays.fill(ends, NOWHERE);
    }

    /** Behind the next whole second that no stream has passed; a line that was drawn stays. @param next of each stream */
    void draw(long... next) {
        if (ends[0] != NOWHERE) {
            return;
        }
        long second = 1;
        for (int stream = 0; stream < ends.length; stream++) {
            second = Math.max(second, (long) Math.ceil(next[stream] / hertz(stream) - ROUNDING));
        }
        for (int stream = 0; stream < ends.length; stream++) {
            ends[stream] = (long) Math.ceil(second * hertz(stream) - ROUNDING);
        }
    }

    /** How many of {@code count} samples from {@code next} on lie before the line. */
    int before(int stream, long next, int count) {
        return (int) Math.min(count, Math.max(0, ends[stream] - next));
    }

    /** True when every stream is there. */
    boolean reached(long... next) {
        for (int stream = 0; stream < ends.length; stream++) {
            if (next[stream] < ends[stream]) {
                return false;
            }
        }
        return true;
    }

    private double hertz(int stream) {
        return streams.get(stream).rate().hertz();
    }
}
