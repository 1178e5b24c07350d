package org.neuroward.drill.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
 * Beds record while the network between them and the server goes through all kinds of weather. After each the beds must catch
 * up, and at the end every recording is held against its source.
 */
public final class NetworkDrill implements Drill {

    private static final int CATCH_UP_SECONDS = 600;

    /** What is on its way in fair weather. */
    private static final double BEHIND_SECONDS = 2;

    @Override
    public String name() {
        return "network";
    }

    /** {@code stage-seconds} for each weather, {@code cut-seconds} for the long cut; {@code way} packets, proxy, or auto. */
    @Override
    public Map<String, String> defaults() {
        return Map.of("beds", "8", "recordings", "", "stage-seconds", "60", "cut-seconds", "600", "way", "auto");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        int beds = (int) options.number("beds");
        try (RunningClinic clinic = RunningClinic.of(
                options.folder(), beds, "-Xmx512m", "-Dneuroward.rehearsal=false", "-Dneuroward.agents.host=0.0.0.0")) {
            clinic.startServer();
            try (Network network = network(options, clinic)) {
                options.say("the way to the server: " + network.words());
                return drill(options, clinic, network, beds);
            }
        }
    }

    private static Network network(DrillOptions options, RunningClinic clinic)
            throws IOException, InterruptedException {
        String way = options.text("way");
        String lacks = way.equals("proxy") ? "asked for" : PacketNetwork.lacks();
        if (lacks.isEmpty()) {
            return PacketNetwork.open(options.folder(), clinic.agentsPort(), options.seed());
        }
        if (way.equals("packets")) {
            throw new IllegalArgumentException("packets cannot be touched here: " + lacks);
        }
        options.say("a TCP proxy is used: " + lacks);
        return new ProxyNetwork(clinic.agentsPort(), options.seed());
    }

    private static DrillReport drill(DrillOptions options, RunningClinic clinic, Network network, int beds)
            throws IOException, InterruptedException {
        List<BedWork> work = beds(options, clinic, network, beds);
        try {
            return drill(options, network, work);
        } finally {
            work.forEach(BedWork::close);
        }
    }

    private static DrillReport drill(DrillOptions options, Network network, List<BedWork> work)
            throws IOException, InterruptedException {
        work.forEach(BedWork::start);
        BedWork.awaitRecording(work);
        options.say(work.size() + " beds record");
        Table table = new Table(
                "Weather, " + network.words(),
                List.of("weather", "lasted, s", "longest behind at its end, s", "caught up after, s"));
        long notCaughtUp = 0;
        for (Weather weather : weathers(options, network)) {
            notCaughtUp += weather(options, network, work, weather, table) ? 0 : 1;
        }
        work.forEach(BedWork::finish);
        Outcomes outcomes = Outcomes.of(work);
        outcomes.troubles().forEach(options::say);
        return report(outcomes, table, notCaughtUp);
    }

    private static List<BedWork> beds(DrillOptions options, RunningClinic clinic, Network network, int beds)
            throws IOException {
        var random = new Random(options.seed());
        List<Path> files = BedSource.files(options.text("recordings"));
        var work = new ArrayList<BedWork>();
        for (int bed = 1; bed <= beds; bed++) {
            var agent = new BedAgent(
                    clinic,
                    bed,
                    (number, with) -> clinic.startAgentAt(
                            number, network.agentPrefix(), network.serverAddress(), with.toArray(String[]::new)));
            Supplier<BedSource> sources = BedSource.of(bed, files, random.nextLong());
            work.add(new BedWork(clinic, agent, new Quiet(), sources, () -> Duration.ofDays(1)));
        }
        return work;
    }

    /** One weather and what came after it; false when a bed did not catch up. */
    private static boolean weather(
            DrillOptions options, Network network, List<BedWork> work, Weather weather, Table table)
            throws IOException, InterruptedException {
        network.change(weather);
        TimeUnit.MILLISECONDS.sleep(weather.lasts().toMillis());
        double behind = behind(work);
        network.change(Weather.fair(Duration.ZERO));
        double seconds = catchUp(work);
        table.row(weather.words(), weather.lasts().toSeconds(), one(behind), one(seconds));
        options.say(weather.words() + ": " + one(behind) + " s behind, caught up after " + one(seconds) + " s");
        return seconds < CATCH_UP_SECONDS;
    }

    private static DrillReport report(Outcomes outcomes, Table weathers, long notCaughtUp) {
        List<Target> targets = new ArrayList<>(outcomes.targets());
        targets.add(Target.zero("weathers after which a bed did not catch up", notCaughtUp));
        targets.add(Target.zero("gaps", outcomes.gaps()));
        return new DrillReport(List.of(weathers, outcomes.table()), targets);
    }

    private static List<Weather> weathers(DrillOptions options, Network network) {
        Duration stage = Duration.ofSeconds(options.number("stage-seconds"));
        Duration cut = Duration.ofSeconds(options.number("cut-seconds"));
        List<Weather> all = List.of(
                Weather.fair(stage),
                Weather.delay(stage, 100, 80),
                Weather.delay(stage, 600, 300),
                Weather.loss(stage, 0.01),
                Weather.loss(stage, 0.1),
                Weather.duplication(stage, 0.1),
                Weather.reordering(stage, 0.25),
                Weather.all(stage),
                Weather.cut("short cut", Duration.ofSeconds(Math.min(5, stage.toSeconds()))),
                Weather.cut("cut that leaves half-open connections", stage),
                Weather.cut("long cut", cut));
        return all.stream()
                .filter(weather -> network.hasPackets() || !weather.needsPackets())
                .toList();
    }

    /** By how much the server's knowledge of the bed that is worst off lags behind what the clock says. */
    private static double behind(List<BedWork> work) {
        return Math.max(
                0, work.stream().mapToDouble(BedWork::behindSeconds).max().orElse(0));
    }

    private static double catchUp(List<BedWork> work) throws InterruptedException {
        long began = System.nanoTime();
        while (behind(work) > BEHIND_SECONDS && System.nanoTime() - began < CATCH_UP_SECONDS * 1e9) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
