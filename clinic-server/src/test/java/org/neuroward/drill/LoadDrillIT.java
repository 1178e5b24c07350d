package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.hostile.HostileDrill;
import org.neuroward.drill.load.LoadDrill;

/** Short forms of the load drill and the hostile drill: what they must find, not how fast. */
class LoadDrillIT {

    @TempDir
    Path folder;

    private DrillReport run(Drill drill, int runs, Map<String, String> given) throws Exception {
        Map<String, String> others = new HashMap<>(drill.defaults());
        others.putAll(given);
        long seed = System.nanoTime() & 0xFFFF;
        System.out.println("drill " + drill.name() + ", seed " + seed);
        return drill.run(new DrillOptions(seed, OptionalInt.of(runs), false, folder, others, System.out));
    }

    @Test
    void whatManyBedsWereAcknowledgedIsOnTheDiskOfAKilledServer() throws Exception {
        Map<String, String> few = Map.of(
                "beds",
                "3,6",
                "seconds",
                "3",
                "watched",
                "2",
                "channels",
                "8",
                "heap",
                "384m",
                "target-millis",
                "20000");

        DrillReport report = run(new LoadDrill(), 1, few);

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }

    @Test
    void hostilePeersDisturbNobody() throws Exception {
        DrillReport report =
                run(new HostileDrill(), 1, Map.of("part", "stream", "frames", "50000", "on-sockets", "1000"));

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }
}
