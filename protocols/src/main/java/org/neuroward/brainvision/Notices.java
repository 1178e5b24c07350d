package org.neuroward.brainvision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Notices in the order in which they were met. */
final class Notices {

    private final List<BrainVisionNotice> all = new ArrayList<>();

    void add(BrainVisionNotice.Kind kind, Map<String, ?> facts) {
        all.add(BrainVisionNotice.of(kind, facts));
    }

    /** A notice of how often something was met; none for 0. */
    void addCount(BrainVisionNotice.Kind kind, long count) {
        if (count > 0) {
            add(kind, Map.of("count", count));
        }
    }

    List<BrainVisionNotice> all() {
        return List.copyOf(all);
    }
}
