package org.neuroward.eeglab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Notices in the order in which they were met. */
final class Notices {

    private final List<EeglabNotice> all = new ArrayList<>();

    void add(EeglabNotice.Kind kind, Map<String, ?> facts) {
        all.add(EeglabNotice.of(kind, facts));
    }

    /** A notice of how often something was met; none for 0. */
    void addCount(EeglabNotice.Kind kind, long count) {
        if (count > 0) {
            add(kind, Map.of("count", count));
        }
    }

    List<EeglabNotice> all() {
        return List.copyOf(all);
    }
}
