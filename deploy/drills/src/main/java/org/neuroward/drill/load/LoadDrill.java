package org.neuroward.drill.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Table;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.drill.bed.StoredBlocks;
import org.neuroward.drill.bed.Ward;

/**
 * An open load: blocks are due by the clock, whether the server keeps up or not, and a block's time runs from when it was
 * due. Beds are added stage by stage; at the end the server is killed, and what it acknowledged is looked for on its disk.
 */
public final class LoadDrill implements Drill {

    private static final int SETTLE_SECONDS = 5;
    private static final int LAST_ACKS_SECONDS = 20;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of(
                "beds", "100,250,500",
                "seconds", "60",
                "watched", "20",
                "channels", "32",
                "hertz", "500",
                "block-millis", "100",
                "heap", "1g",
                "target-beds", "500",
                "target-millis", "500");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        int[] stages = Arrays.stream(options.text("beds").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int most = Arrays.stream(stages).max().orElseThrow();
        var measured = new ArrayList<Stage>();
        try (RunningClinic clinic = RunningClinic.of(options.folder(), most, "-Xmx" + options.text("heap"))) {
            clinic.startServer();
            try (var ward = new Ward(clinic, shape(options));
                    var audience = new Audience(clinic, options.number("watched"))) {
                for (int beds : stages) {
                    options.say("starting sessions until there are " + beds);
                    audience.watch(ward.fill(beds));
                    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                    measured.add(Stage.measure(ward, audience, options.number("seconds")));
                    options.say(measured.getLast().toString());
                }
                ward.pause(LAST_ACKS_SECONDS);
                long disconnected = ward.disconnected();
                clinic.killServer();
                options.say("the server is killed; reading what it stored");
                return report(options, measured, disconnected, StoredBlocks.of(clinic, ward.beds()));
            }
        }
    }

    private static Ward.Shape shape(DrillOptions options) {
        double hertz = options.number("hertz");
        long blockMillis = options.number("block-millis");
        int blockSamples = (int) Math.round(hertz * blockMillis / 1000);
        var signal = new SignalPattern(0, (int) options.number("channels"), hertz);
        return new Ward.Shape(signal, blockSamples, TimeUnit.MILLISECONDS.toNanos(blockMillis));
    }

    private static DrillReport report(
            DrillOptions options, List<Stage> stages, long disconnected, StoredBlocks stored) {
        long limit = options.number("target-millis");
        Stage judged = stages.stream()
                .filter(stage -> stage.beds() >= options.number("target-beds"))
                .findFirst()
                .orElse(stages.getLast());
        int holds = stages.stream()
                .filter(stage -> stage.holds(limit))
                .mapToInt(Stage::beds)
                .max()
                .orElse(0);
        List<Target> targets = List.of(
                Target.below("p99 from due to durable, " + judged.beds() + " beds, ms", limit, judged.p99Millis()),
                Target.zero("agents that lost their connection", disconnected),
                Target.zero("acknowledged blocks that are not on disk", stored.lost()),
                Target.zero("stored counts that differ from the source", stored.wrong()),
                Target.zero("stored twice or out of order", stored.misplaced()));
        Table verified = new Table(
                        "After the server was killed", List.of("recordings", "blocks stored", "acknowledged"))
                .row(stored.recordings(), stored.blocks(), stored.acknowledged());
        Table largest = new Table("Largest number of beds that holds", List.of("beds", "limit, ms")).row(holds, limit);
        return new DrillReport(List.of(Stage.latencies(stages), Stage.costs(stages), verified, largest), targets);
    }
}
