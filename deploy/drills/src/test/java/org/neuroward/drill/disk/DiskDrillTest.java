package org.neuroward.drill.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;

/** The disk drill in its short form. */
class DiskDrillTest {

    @TempDir
    Path folder;

    @Test
    void whateverTheDiskDoesEverySampleIsThereOrToldAsMissing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed of the disk drill: " + seed);

        DrillReport report = new DiskDrill()
                .run(new DrillOptions(
                        seed,
                        OptionalInt.of(100),
                        false,
                        folder,
                        Map.of("flips", "50", "stall-millis", "500"),
                        System.out));

        assertThat(report.targets()).as("seed %d", seed).allMatch(DrillReport.Target::met);
    }
}
