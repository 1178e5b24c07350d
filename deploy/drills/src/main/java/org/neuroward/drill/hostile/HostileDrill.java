package org.neuroward.drill.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.Table;

/** {@code ./neuroward drill hostile [--part all|devices|stream] [--frames N]}: malformed and hostile frames by the million. */
public final class HostileDrill implements Drill {

    private static final String ALL = "all";

    private static final Map<String, Attack> PARTS =
            new TreeMap<>(Map.of("devices", new DeviceAttack(), "stream", new StreamAttack()));

    /** One kind of peer. */
    interface Attack {

        /** @param frames hostile ones, at least */
        DrillReport run(DrillOptions options, long frames) throws IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("part", ALL, "frames", "10000000", StreamAttack.ON_SOCKETS, "200000", StreamAttack.HEAP, "384m");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        String part = options.text("part");
        if (!part.equals(ALL) && !PARTS.containsKey(part)) {
            throw new IllegalArgumentException("--part takes all or one of " + PARTS.keySet() + ": " + part);
        }
        List<Table> facts = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (Map.Entry<String, Attack> one : PARTS.entrySet()) {
            if (part.equals(ALL) || part.equals(one.getKey())) {
                DrillReport found = one.getValue().run(options, options.number("frames"));
                facts.addAll(found.facts());
                targets.addAll(found.targets());
            }
        }
        return new DrillReport(facts, targets);
    }
}
