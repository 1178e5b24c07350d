package org.neuroward.drill.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.Table;
import org.neuroward.drill.session.BedWork.Outcome;

/** What came of all recordings of a drill. */
public final class Outcomes {

    /** Recorded time may differ from the technician's clock by that much: starts and stops take their time. */
    private static final double TOLERATED_SECONDS = 10;

    private final List<Outcome> all;

    private Outcomes(List<Outcome> all) {
        this.all = List.copyOf(all);
    }

    /** Waits for the last recording of each bed. */
    public static Outcomes of(List<BedWork> beds) throws InterruptedException {
        var all = new ArrayList<Outcome>();
        for (BedWork bed : beds) {
            all.addAll(bed.awaitOutcomes());
        }
        return new Outcomes(all);
    }

    public Table table() {
        Table table = new Table(
                "Recordings, sample by sample against their sources",
                List.of(
                        "source",
                        "recordings",
                        "hours",
                        "samples compared",
                        "wrong",
                        "lost",
                        "doubled frames",
                        "gaps",
                        "seconds in gaps",
                        "never sealed"));
        row(table, "simulated patient (live)", outcome -> outcome.source().isLive());
        row(table, "real recording, played", outcome -> !outcome.source().isLive());
        row(table, "all", outcome -> true);
        return table;
    }

    private void row(Table table, String name, Predicate<Outcome> of) {
        List<Outcome> some = all.stream().filter(of).toList();
        if (some.isEmpty()) {
            return;
        }
        double hours = some.stream()
                        .flatMap(outcome -> outcome.kept().stream())
                        .mapToDouble(KeptRecording::seconds)
                        .sum()
                / 3600;
        double gapSeconds = some.stream().mapToDouble(Outcomes::gapSeconds).sum();
        table.row(
                name,
                some.size(),
                String.format(Locale.ROOT, "%.2f", hours),
                sum(some, kept -> kept.comparison().compared()),
                sum(some, kept -> kept.comparison().wrong()),
                some.stream().mapToLong(Outcomes::lost).sum(),
                sum(some, KeptRecording::doubled),
                sum(some, KeptRecording::gaps),
                String.format(Locale.ROOT, "%.1f", gapSeconds),
                some.stream().filter(outcome -> outcome.kept().isEmpty()).count());
    }

    private static long sum(List<Outcome> some, ToLongFunction<KeptRecording> of) {
        return some.stream()
                .flatMap(outcome -> outcome.kept().stream())
                .mapToLong(of)
                .sum();
    }

    private static double gapSeconds(Outcome outcome) {
        return outcome.kept()
                .map(kept -> kept.seconds()
                        * kept.comparison().missing()
                        / Math.max(
                                1,
                                kept.comparison().missing() + kept.comparison().compared()))
                .orElse(0.0);
    }

    /** Samples missing though nothing but the drill's own acts on a dead agent may take them. */
    private static long lost(Outcome outcome) {
        if (outcome.kept().isEmpty()) {
            return 0;
        }
        KeptRecording kept = outcome.kept().get();
        boolean mayMiss = outcome.source().isLive() && kept.gaps() <= outcome.agentKills();
        return (mayMiss ? 0 : kept.comparison().missing()) + kept.comparison().beyond();
    }

    /** By how much recorded time differs from the technician's clock; a file's time waits, so it is left out. */
    private static double drift(Outcome outcome) {
        return outcome.source().isLive() && outcome.kept().isPresent()
                ? Math.abs(outcome.kept().get().seconds() - outcome.wallSeconds())
                : 0;
    }

    /** What must hold of them. */
    public List<Target> targets() {
        long unsealed = all.stream().filter(outcome -> outcome.kept().isEmpty()).count();
        double drift = all.stream().mapToDouble(Outcomes::drift).max().orElse(0);
        return List.of(
                Target.zero("samples that differ from the source", sum(all, kept -> kept.comparison()
                        .wrong())),
                Target.zero(
                        "samples lost", all.stream().mapToLong(Outcomes::lost).sum()),
                Target.zero("frames stored twice", sum(all, KeptRecording::doubled)),
                Target.zero("recordings never sealed", unsealed),
                Target.below("recorded time against the clock, live sources, s", TOLERATED_SECONDS, drift),
                Target.atLeast("recordings", 1, all.size()));
    }

    /** Stretches that are missing in sealed files. */
    public long gaps() {
        return sum(all, KeptRecording::gaps);
    }

    /** What went wrong with recordings that were not sealed. */
    public List<String> troubles() {
        return all.stream()
                .filter(outcome -> outcome.kept().isEmpty())
                .map(outcome -> "bed " + outcome.bed() + ": " + outcome.trouble())
                .toList();
    }
}
