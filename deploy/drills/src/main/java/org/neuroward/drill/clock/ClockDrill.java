package org.neuroward.drill.clock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.Table;

/**
 * Agents whose clocks the drill holds: the wall clock is set by an hour, the device samples up to 200 ppm too fast or too
 * slow, the computer sleeps. Each sample of the device is its own number, so the recording is compared with the truth. Then a
 * real agent is stopped and continued.
 */
public final class ClockDrill implements Drill {

    private static final int USUAL_RUNS = 24;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("minutes", "30", "stops", "2");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        var random = new Random(options.seed());
        int runs = options.runs().orElse(USUAL_RUNS);
        int minutes = (int) options.number("minutes");
        var found = new ArrayList<Findings>();
        for (int run = 0; run < runs; run++) {
            Scenario scenario = Scenario.draw(run, minutes, random);
            found.add(new BedOfScenario(scenario, options.folder().resolve("run-" + run), random.nextLong()).run());
            if (run % 4 == 3) {
                options.say(run + 1 + " recordings of " + minutes + " min");
            }
        }
        StoppedAgent stopped = StoppedAgent.run(options, random);
        return new DrillReport(List.of(Summary.table(found), stopped.table()), targets(found, stopped));
    }

    private static List<Target> targets(List<Findings> found, StoppedAgent stopped) {
        long readings = found.stream().mapToLong(one -> one.readings).sum();
        long outside = found.stream().mapToLong(one -> one.readingsOutside).sum();
        return List.of(
                Target.zero("samples out of their place", sum(found, one -> one.misplaced)),
                Target.zero("gaps too many, too few, elsewhere or of another cause", sum(found, one -> one.wrongGaps)),
                Target.zero("samples by which counted gaps are wrong", sum(found, one -> one.exactErrorSamples)),
                Target.zero(
                        "recordings with an estimated gap further off than the device's delivery explains",
                        sum(found, one -> one.estimatesHold() ? 0 : 1)),
                Target.atLeast("estimates of the device's rate", found.size(), readings),
                Target.below("percent of them further off than they say", 1, 100.0 * outside / Math.max(1, readings)),
                Target.zero("samples that a stopped and continued agent lost or doubled", stopped.wrongSamples()),
                Target.zero("gaps that it noted without a loss", stopped.gaps()));
    }

    static long sum(List<Findings> found, java.util.function.ToLongFunction<Findings> what) {
        return found.stream().mapToLong(what).sum();
    }

    /** One row for each way of delivery, with and without a counter. */
    private static final class Summary {

        static Table table(List<Findings> found) {
            var table = new Table(
                    "Recordings under clocks that jump and drift",
                    List.of(
                            "blocks arrive",
                            "counter",
                            "recordings",
                            "wall steps",
                            "sleeps",
                            "samples",
                            "out of place",
                            "gap error",
                            "rate error, ppm",
                            "stated, ppm"));
            for (Scenario.Delivery delivery : Scenario.Delivery.values()) {
                for (boolean counted : new boolean[] {true, false}) {
                    List<Findings> some = found.stream()
                            .filter(one -> one.scenario.delivery() == delivery && one.scenario.counted() == counted)
                            .toList();
                    if (!some.isEmpty()) {
                        row(table, some);
                    }
                }
            }
            return table;
        }

        private static void row(Table table, List<Findings> some) {
            Scenario scenario = some.getFirst().scenario;
            double worst = some.stream()
                    .mapToDouble(one -> one.estimatedErrorSeconds)
                    .max()
                    .orElse(0);
            String error = scenario.counted()
                    ? sum(some, one -> one.exactErrorSamples) + " samples"
                    : "≤ %.0f ms".formatted(1000 * worst);
            table.row(
                    scenario.delivery()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' '),
                    scenario.counted() ? "yes" : "no",
                    some.size(),
                    sum(some, one -> one.scenario.events().size() - one.scenario.sleeps()),
                    sum(some, one -> one.scenario.sleeps()),
                    sum(some, one -> one.samples),
                    sum(some, one -> one.misplaced),
                    sum(some, one -> one.scenario.sleeps()) == 0 ? "no gap" : error,
                    "≤ %.2f"
                            .formatted(some.stream()
                                    .mapToDouble(one -> one.driftErrorPpm)
                                    .max()
                                    .orElse(0)),
                    "≥ %.2f"
                            .formatted(some.stream()
                                    .mapToDouble(one -> one.bestStatedPpm)
                                    .min()
                                    .orElse(0)));
        }
    }
}
