package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.network.NetworkDrill;

/** The short form: each weather for a second, and a cut that is longer than a connection is kept alive. */
class NetworkDrillIT {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostWhateverTheNetworkDoes() throws Exception {
        DrillReport report = new NetworkDrill()
                .run(new DrillOptions(
                        SEED,
                        OptionalInt.empty(),
                        false,
                        folder,
                        Map.of("beds", "2", "recordings", "", "stage-seconds", "1", "cut-seconds", "17", "way", "auto"),
                        System.err));

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }
}
