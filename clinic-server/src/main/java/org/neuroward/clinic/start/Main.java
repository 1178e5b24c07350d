package org.neuroward.clinic.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The server's entry. Everything that can stand in the way is looked at first and told in one sentence with exit code
 * 2; only then does the database start, and after it the application.
 */
@QuarkusMain
public final class Main {
    private static final int REFUSED = 2;

    private static volatile int exitCode;

    private Main() {}

    /**
     * Starts the server and returns when it has stopped.
     *
     * @param args none are read; all settings are configuration properties
     */
    public static void main(String... args) {
        StartTexts texts = StartTexts.ofMachine();
        try {
            start(args);
        } catch (StartRefused e) {
            System.err.println(e.sentence(texts));
            System.exit(REFUSED);
        } catch (IOException | SQLException e) {
            System.err.println(texts.say("start.failed", e.getMessage()));
            System.exit(REFUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String... args) throws StartRefused, IOException, SQLException, InterruptedException {
        StartSettings settings = StartSettings.read();
        boolean embedded = settings.embeddedDatabase();
        if (settings.demo() && settings.text("quarkus.http.host").isEmpty()) {
            // Demo passwords are printed for everyone to see, so a demo is reachable from this machine alone.
            System.setProperty("quarkus.http.host", "127.0.0.1");
        }
        String host = StartSettings.read().text("quarkus.http.host").orElse("0.0.0.0");
        Ports.requireFree(host, settings.port("quarkus.http.port", 8080), "quarkus.http.port");
        Ports.requireFree("0.0.0.0", settings.port("neuroward.agents.port", 8090), "neuroward.agents.port");
        DataFolder folder = DataFolder.open(settings.dataFolder());
        Optional<EmbeddedPostgres> postgres =
                embedded ? Optional.of(EmbeddedPostgres.start(folder.path().resolve("postgresql"))) : Optional.empty();
        CountDownLatch stopped = new CountDownLatch(1);
        postgres.ifPresent(running -> stopAfter(stopped, running));
        try {
            chooseDatabase(settings, postgres);
            Quarkus.run(Application.class, (code, cause) -> exitCode = cause == null ? code : REFUSED, args);
        } finally {
            stopped.countDown();
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void chooseDatabase(StartSettings settings, Optional<EmbeddedPostgres> postgres)
            throws StartRefused, SQLException {
        if (postgres.isPresent()) {
            EmbeddedPostgres running = postgres.get();
            running.ensureDatabase("neuroward");
            System.setProperty("quarkus.datasource.jdbc.url", running.jdbcUrl("neuroward"));
            System.setProperty("quarkus.datasource.username", running.user());
            System.setProperty("quarkus.datasource.password", running.password());
            SchemaCheck.requireKnown(running.jdbcUrl("neuroward"), running.user(), running.password());
            return;
        }
        String url = settings.text("quarkus.datasource.jdbc.url")
                .orElseThrow(() -> new StartRefused("database.address-missing"));
        SchemaCheck.requireKnown(
                url,
                settings.text("quarkus.datasource.username").orElse(""),
                settings.text("quarkus.datasource.password").orElse(""));
    }

    /** The database is stopped last, when the application has closed its connections; or at once if it never ran. */
    private static void stopAfter(CountDownLatch applicationStopped, EmbeddedPostgres postgres) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                applicationStopped.await(20, TimeUnit.SECONDS);
                                postgres.close();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (IOException e) {
                                System.err.println("PostgreSQL did not stop: " + e.getMessage());
                            }
                        },
                        "stop-postgresql"));
    }
}
