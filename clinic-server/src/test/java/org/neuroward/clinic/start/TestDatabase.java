package org.neuroward.clinic.start;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** One PostgreSQL for all tests of a run, with an empty database; its programs and cluster stay in {@code target}. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "neuroward_test";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres =
                    EmbeddedPostgres.start(Path.of("target", "test-postgresql").toAbsolutePath());
            postgres.dropDatabase(NAME);
            postgres.ensureDatabase(NAME);
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.jdbcUrl(NAME),
                    "quarkus.datasource.username", postgres.user(),
                    "quarkus.datasource.password", postgres.password());
        } catch (IOException | SQLException | StartRefused e) {
            throw new IllegalStateException("the tests need their database", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the tests' database did not stop", e);
        }
    }
}
