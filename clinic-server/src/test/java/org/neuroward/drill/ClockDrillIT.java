package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.clock.ClockDrill;

class ClockDrillIT {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void noClockMovesASample() throws Exception {
        DrillReport report = new ClockDrill()
                .run(new DrillOptions(
                        SEED, OptionalInt.of(6), false, folder, Map.of("minutes", "10", "stops", "1"), System.err));

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }
}
