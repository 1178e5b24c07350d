package org.neuroward.clinic.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.fleet.Agents;
import org.neuroward.clinic.fleet.Bed;
import org.neuroward.clinic.fleet.Beds;

/**
 * The demo's beds: one, unless more are wanted. Each agent reads its secret from a file in the data folder, which only this
 * user may read; in a hospital an administrator carries a secret to the bed instead.
 */
@ApplicationScoped
class DemoBeds {

    private static final String SECRET_FILE = "demo-agent-secret";
    private static final int SECRET_BYTES = 32;

    private final Beds beds;
    private final Agents agents;
    private final boolean demo;
    private final int count;
    private final Path dataFolder;

    DemoBeds(
            Beds beds,
            Agents agents,
            @ConfigProperty(name = "neuroward.demo") boolean demo,
            @ConfigProperty(name = "neuroward.demo.beds") int count,
            @ConfigProperty(name = "neuroward.data-folder") Path dataFolder) {
        this.beds = beds;
        this.agents = agents;
        this.demo = demo;
        this.count = count;
        this.dataFolder = dataFolder.toAbsolutePath();
    }

    void onStart(@Observes StartupEvent started) throws IOException {
        for (int bed = 1; demo && bed <= count; bed++) {
            String name = "演示床位 " + bed + " · Demo bed " + bed;
            Path secretFile = dataFolder.resolve(bed == 1 ? SECRET_FILE : SECRET_FILE + "-" + bed);
            Bed known = beds.named(name);
            if (!known.retired()) {
                agents.enrol("demo-bed-" + bed, known.id(), secret(secretFile));
            }
        }
    }

    private static String secret(Path secretFile) throws IOException {
        if (Files.exists(secretFile)) {
            return Files.readString(secretFile).strip();
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(secretFile.getParent());
        // Under its name the file is whole or absent: an agent that waits for it never reads half a secret.
        Path part = Files.createTempFile(secretFile.getParent(), SECRET_FILE, ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, secret + "\n");
        Files.move(part, secretFile);
        return secret;
    }
}
