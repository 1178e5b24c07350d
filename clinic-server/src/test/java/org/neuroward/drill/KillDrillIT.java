package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.kill.KillDrill;

/** The short form: 20 kills while 8 beds record; real recordings at half of them where there are any. */
class KillDrillIT {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledThoughAgentsAndServerAreKilled() throws Exception {
        Path recordings = Path.of(System.getProperty("neuroward.shared", "absent"), "data/depression");
        String real = Files.isDirectory(recordings) ? recordings.toString() : "";

        DrillReport report = new KillDrill()
                .run(new DrillOptions(
                        SEED,
                        OptionalInt.of(20),
                        false,
                        folder,
                        Map.of("beds", "8", "recordings", real, "seconds", "240", "server-percent", "20"),
                        System.err));

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }
}
