package org.neuroward.clinic.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The server's entry. Everything that can stand in the way is looked at first and told in one sentence with exit code
 * 2; only then does the database start, and after it the application.
 */
@QuarkusMain
public final class Main {
    /** The exit code of everything that is refused. */
    static final int REFUSED = 2;

    private static volatile int exitCode;

    private Main() {}

    /**
     * Starts the server and returns when it has stopped.
     *
     * @param args none for the server, {@code account add …} to add an account; settings are configuration properties
     */
    public static void main(String... args) {
        StartTexts texts = StartTexts.ofMachine();
        try {
            start(args);
        } catch (StartRefused e) {
            System.err.println(e.sentence(texts));
            exitCode = REFUSED;
        } catch (IOException | SQLException e) {
            System.err.println(texts.say("start.failed", e.getMessage()));
            exitCode = REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static void start(String... args) throws StartRefused, IOException, SQLException, InterruptedException {
        boolean server = args.length == 0;
        StartSettings settings = StartSettings.read();
        boolean embedded = settings.embeddedDatabase();
        if (server) {
            listenWhereItIsSafe(settings);
            requirePorts(StartSettings.read());
            AgentsTls.requireUsable(
                    settings.text("neuroward.agents.tls.certificate"), settings.text("neuroward.agents.tls.key"));
        } else {
            NewAccount.parse(List.of(args));
            System.setProperty("quarkus.log.console.level", "WARN");
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("neuroward.agents.port", "0");
            System.setProperty("neuroward.agents.host", "127.0.0.1");
        }
        DataFolder folder = DataFolder.open(settings.dataFolder());
        Optional<EmbeddedPostgres> postgres =
                embedded ? Optional.of(EmbeddedPostgres.start(folder.path().resolve("postgresql"))) : Optional.empty();
        run(server ? Application.class : AccountApplication.class, settings, postgres, args);
    }

    private static void run(
            Class<? extends QuarkusApplication> application,
            StartSettings settings,
            Optional<EmbeddedPostgres> postgres,
            String... args)
            throws StartRefused, SQLException {
        CountDownLatch stopped = new CountDownLatch(1);
        postgres.ifPresent(running -> stopAfter(stopped, running));
        try {
            chooseDatabase(settings, postgres);
            Quarkus.run(application, (code, cause) -> exitCode = cause == null ? code : REFUSED, args);
        } finally {
            stopped.countDown();
        }
    }

    /** Demo passwords are there for everyone to read, so a demo is reachable from this machine alone. */
    private static void listenWhereItIsSafe(StartSettings settings) {
        for (String host : List.of("quarkus.http.host", "neuroward.agents.host")) {
            if (settings.demo() && settings.text(host).isEmpty()) {
                System.setProperty(host, "127.0.0.1");
            }
        }
    }

    private static void requirePorts(StartSettings settings) throws StartRefused {
        Ports.requireFree(
                settings.text("quarkus.http.host").orElse("0.0.0.0"),
                settings.port("quarkus.http.port", 8080),
                "quarkus.http.port");
        Ports.requireFree(
                settings.text("neuroward.agents.host").orElse("0.0.0.0"),
                settings.port("neuroward.agents.port", 8090),
                "neuroward.agents.port");
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
