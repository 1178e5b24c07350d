package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.hostile.HostileDrill;

class HostileDevicesIT {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void noDeviceBringsItsDriverDown() throws Exception {
        DrillReport report = new HostileDrill()
                .run(new DrillOptions(
                        SEED,
                        OptionalInt.empty(),
                        false,
                        folder,
                        Map.of("part", "devices", "frames", "50000"),
                        System.err));

        assertThat(report.targets()).allMatch(DrillReport.Target::met);
    }
}
