package org.neuroward.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a drill found.
 *
 * @param facts tables of what was done and measured
 * @param targets what must hold; the drill has met its target when each does
 */
public record DrillReport(List<Table> facts, List<Target> targets) {

    public DrillReport {
        facts = List.copyOf(facts);
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a drill must have a target: facts=" + facts);
        }
    }

    /** One thing that must hold. */
    public record Target(String what, String wanted, String found, boolean met) {

        /** A count that must be zero: samples lost, say. */
        public static Target zero(String what, long found) {
            return new Target(what, "0", Long.toString(found), found == 0);
        }

        /** A figure that must stay below a limit. */
        public static Target below(String what, double limit, double found) {
            return new Target(what, "< " + limit, String.format(Locale.ROOT, "%.1f", found), found < limit);
        }

        /** A count that must be at least so large: that the drill has done enough to say anything. */
        public static Target atLeast(String what, long least, long found) {
            return new Target(what, "≥ " + least, Long.toString(found), found >= least);
        }
    }

    public boolean met() {
        return targets.stream().allMatch(Target::met);
    }

    /** The facts, then the targets. */
    List<Table> tables() {
        var tables = new ArrayList<>(facts);
        var verdict = new Table("Targets", List.of("what", "target", "found", "met"));
        targets.forEach(
                target -> verdict.row(target.what(), target.wanted(), target.found(), target.met() ? "yes" : "NO"));
        tables.add(verdict);
        return tables;
    }
}
