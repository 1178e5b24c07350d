package org.neuroward.drill.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Table;
import org.neuroward.drill.session.BedAgent;
import org.neuroward.drill.session.BedSource;
import org.neuroward.drill.session.BedWork;
import org.neuroward.drill.session.Outcomes;
import org.neuroward.drill.session.Quiet;

/**
 * Beds record one patient after the other while their agents and the server are killed at random instants, recovery
 * included. Afterwards every recording is held against its source, sample by sample.
 */
public final class KillDrill implements Drill {

    private static final int USUAL_KILLS = 1000;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("beds", "8", "recordings", "", "seconds", "240", "server-percent", "50");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        int beds = (int) options.number("beds");
        var random = new Random(options.seed());
        List<Path> files = BedSource.files(options.text("recordings"));
        try (RunningClinic clinic =
                RunningClinic.of(options.folder(), beds, "-Xmx512m", "-Dneuroward.rehearsal=false")) {
            clinic.startServer();
            var quiet = new Quiet();
            var work = new ArrayList<BedWork>();
            for (int bed = 1; bed <= beds; bed++) {
                var agent = new BedAgent(
                        clinic, bed, (number, with) -> clinic.startAgent(number, with.toArray(String[]::new)));
                Supplier<BedSource> sources = BedSource.of(bed, files, random.nextLong());
                work.add(new BedWork(clinic, agent, quiet, sources, lengths(options, random.nextLong())));
            }
            try {
                return drill(options, clinic, quiet, work);
            } finally {
                work.forEach(BedWork::close);
            }
        }
    }

    private static DrillReport drill(DrillOptions options, RunningClinic clinic, Quiet quiet, List<BedWork> work)
            throws InterruptedException {
        work.forEach(BedWork::start);
        BedWork.awaitRecording(work);
        options.say(work.size() + " beds record");
        var killer = new Killer(clinic, work, quiet, options.seed());
        int wanted = options.runs().orElse(USUAL_KILLS);
        try {
            killer.kill(options, wanted, options.number("server-percent") / 100.0);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the drill itself failed: " + e.getMessage(), e);
        } finally {
            work.forEach(BedWork::finish);
        }
        options.say("no more kills; the last recordings end");
        Outcomes outcomes = Outcomes.of(work);
        outcomes.troubles().forEach(options::say);
        return report(killer, wanted, outcomes);
    }

    private static DrillReport report(Killer killer, int wanted, Outcomes outcomes) {
        Table kills = new Table(
                        "Kills (SIGKILL)",
                        List.of("all", "agent", "server", "both at once", "of a server that was starting"))
                .row(killer.row());
        Table resync = new Table("After a start of the server, ms", List.of("", "measured", "p50", "p99", "longest"))
                .row(killer.resync().startRow())
                .row(killer.resync().firstRow());
        List<Target> targets = new ArrayList<>(outcomes.targets());
        targets.add(Target.atLeast("kills", wanted, killer.kills()));
        return new DrillReport(List.of(kills, outcomes.table(), resync), targets);
    }

    private static Supplier<Duration> lengths(DrillOptions options, long seed) {
        var random = new Random(seed);
        long most = options.number("seconds");
        return () -> Duration.ofSeconds(most / 2 + random.nextLong(most / 2 + 1));
    }
}
