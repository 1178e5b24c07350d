package org.neuroward.samplematrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Segment;

/** Which sample index a frame has: every break ahead of it adds the samples that it misses. */
final class FrameTimes {

    private final long frames;
    private final long[] firstFrames;
    private final long[] shifts;

    FrameTimes(List<Break> breaks, long frames) {
        this.frames = frames;
        this.firstFrames = breaks.stream().mapToLong(Break::frame).toArray();
        this.shifts = new long[firstFrames.length];
        long shift = 0;
        for (int i = 0; i < shifts.length; i++) {
            shift = Math.addExact(shift, breaks.get(i).missingSamples());
            shifts[i] = shift;
        }
    }

    long samples() {
        return Math.addExact(frames, shifts.length == 0 ? 0 : shifts[shifts.length - 1]);
    }

    /** Sample index of a place among the frames. */
    double sample(double frame) {
        return frame + shift((long) Math.floor(frame));
    }

    /** Frame of a sample that was recorded. */
    long frame(long sample) {
        int breaks = 0;
        while (breaks < shifts.length && firstFrames[breaks] + shifts[breaks] <= sample) {
            breaks++;
        }
        return sample - (breaks == 0 ? 0 : shifts[breaks - 1]);
    }

    /** Breaks and holes as gaps, ascending; those that touch are one. */
    List<Gap> gaps(List<Segment> holes) {
        var all = new ArrayList<Gap>();
        for (int i = 0; i < shifts.length; i++) {
            long before = i == 0 ? 0 : shifts[i - 1];
            all.add(new Gap(firstFrames[i] + before, shifts[i] - before));
        }
        for (Segment hole : holes) {
            addHole(hole, all);
        }
        all.sort(Comparator.comparingLong(Gap::firstSample));
        return joined(all);
    }

    /** A hole that runs across breaks is cut at them. */
    private void addHole(Segment hole, List<Gap> into) {
        long first = hole.firstSample();
        for (long breakFrame : firstFrames) {
            if (breakFrame > first && breakFrame < hole.endSample()) {
                into.add(new Gap(first + shift(first), breakFrame - first));
                first = breakFrame;
            }
        }
        into.add(new Gap(first + shift(first), hole.endSample() - first));
    }

    private long shift(long frame) {
        int at = java.util.Arrays.binarySearch(firstFrames, frame);
        int breaks = at >= 0 ? at + 1 : -at - 1;
        return breaks == 0 ? 0 : shifts[breaks - 1];
    }

    private static List<Gap> joined(List<Gap> ascending) {
        var joined = new ArrayList<Gap>();
        for (Gap gap : ascending) {
            if (!joined.isEmpty() && joined.getLast().endSample() == gap.firstSample()) {
                Gap last = joined.removeLast();
                joined.add(new Gap(last.firstSample(), last.count() + gap.count()));
            } else {
                joined.add(gap);
            }
        }
        return Collections.unmodifiableList(joined);
    }
}
