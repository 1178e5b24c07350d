package org.neuroward.clinic.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong at one bed and since when, and what was until lately. Safe for any thread. */
public final class TroubleBook {

    /** Long enough for everyone who looks at the bed to see that it is over. */
    private static final Duration REMEMBERED = Duration.ofSeconds(90);

    private static final int MOST_REMEMBERED = 20;

    private final Map<BedTrouble, Instant> present = new EnumMap<>(BedTrouble.class);
    private final Deque<Over> over = new ArrayDeque<>();

    /** Something that is wrong. */
    public record Present(BedTrouble trouble, Instant since) {}

    /** Something that was wrong. */
    public record Over(BedTrouble trouble, Instant since, Instant until) {}

    /** What a look at the bed has changed. */
    record Change(List<BedTrouble> begun, List<Over> ended) {}

    /**
     * Takes note of a look at the bed.
     *
     * @param found what is wrong now
     * @param since of those that are new: when they began
     */
    synchronized Change look(Set<BedTrouble> found, Instant since, Instant now) {
        var begun = new ArrayList<BedTrouble>();
        var ended = new ArrayList<Over>();
        for (BedTrouble trouble : BedTrouble.values()) {
            if (found.contains(trouble) && !present.containsKey(trouble)) {
                present.put(trouble, since);
                begun.add(trouble);
            } else if (!found.contains(trouble) && present.containsKey(trouble)) {
                ended.add(new Over(trouble, present.remove(trouble), now));
            }
        }
        ended.forEach(over::addLast);
        while (over.size() > MOST_REMEMBERED
                || !over.isEmpty() && over.getFirst().until().plus(REMEMBERED).isBefore(now)) {
            over.removeFirst();
        }
        return new Change(begun, ended);
    }

    /** What is wrong, the most urgent first. */
    synchronized List<Present> present() {
        return present.entrySet().stream()
                .map(entry -> new Present(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What was wrong until lately, the latest last. */
    synchronized List<Over> over() {
        return List.copyOf(over);
    }
}
