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
import org.neuroward.clinic.fleet.Beds;

/**
 * The demo's one bed. Its agent reads the secret from a file in the data folder, which only this user may read; in a
 * hospital an administrator carries a secret to the bed instead.
 */
@ApplicationScoped
class DemoBed {

    static final String AGENT_ID = "demo-bed-1";
    static final String SECRET_FILE = "demo-agent-secret";

    private static final String NAME = "演示床位 1 · Demo bed 1";
    private static final int SECRET_BYTES = 32;

    private final Beds beds;
    private final Agents agents;
    private final boolean demo;
    private final Path secretFile;

    DemoBed(
            Beds beds,
            Agents agents,
            @ConfigProperty(name = "neuroward.demo") boolean demo,
            @ConfigProperty(name = "neuroward.data-folder") Path dataFolder) {
        this.beds = beds;
        this.agents = agents;
        this.demo = demo;
        this.secretFile = dataFolder.resolve(SECRET_FILE);
    }

    void onStart(@Observes StartupEvent started) throws IOException {
        if (demo) {
            agents.enrol(AGENT_ID, beds.named(NAME).id(), secret());
        }
    }

    private String secret() throws IOException {
        if (Files.exists(secretFile)) {
            return Files.readString(secretFile).strip();
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(secretFile.toAbsolutePath().getParent());
        // Under its name the file is whole or absent: an agent that waits for it never reads half a secret.
        Path part = Files.createTempFile(secretFile.toAbsolutePath().getParent(), SECRET_FILE, ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, secret + "\n");
        Files.move(part, secretFile);
        return secret;
    }
}
