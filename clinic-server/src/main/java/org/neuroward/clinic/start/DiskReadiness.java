package org.neuroward.clinic.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the data folder can be written and its disk has room for what the beds send. */
@Readiness
@ApplicationScoped
class DiskReadiness implements HealthCheck {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final Path dataFolder;
    private final long leastFreeMegabytes;

    DiskReadiness(
            @ConfigProperty(name = "neuroward.data-folder") String dataFolder,
            @ConfigProperty(name = "neuroward.disk.least-free-megabytes") long leastFreeMegabytes) {
        this.dataFolder = Path.of(dataFolder);
        this.leastFreeMegabytes = leastFreeMegabytes;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            Files.createDirectories(dataFolder);
            long free = Files.getFileStore(dataFolder).getUsableSpace() / BYTES_PER_MEGABYTE;
            return HealthCheckResponse.named("data folder")
                    .status(free >= leastFreeMegabytes && Files.isWritable(dataFolder))
                    .withData("freeMegabytes", free)
                    .withData("leastFreeMegabytes", leastFreeMegabytes)
                    .build();
        } catch (IOException e) {
            return HealthCheckResponse.named("data folder")
                    .down()
                    .withData("error", e.getClass().getSimpleName())
                    .build();
        }
    }
}
