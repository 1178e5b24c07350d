package org.neuroward.edf;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.Segment;

/** Stretches of one signal for which a data record has places, but no samples. */
final class MissingSamples {

    private final List<Segment> stretches = new ArrayList<>();

    void note(long first, long count) {
        Segment last = stretches.isEmpty() ? new Segment(0, 0) : stretches.getLast();
        if (!stretches.isEmpty() && last.endSample() == first) {
            stretches.set(stretches.size() - 1, new Segment(last.firstSample(), last.count() + count));
        } else {
            stretches.add(new Segment(first, count));
        }
    }

    List<Segment> takeAll() {
        List<Segment> taken = List.copyOf(stretches);
        stretches.clear();
        return taken;
    }
}
