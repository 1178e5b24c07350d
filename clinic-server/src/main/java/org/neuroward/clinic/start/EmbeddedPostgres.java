package org.neuroward.clinic.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of this server's own, with its cluster in the data folder. It listens on the loopback address only, asks
 * for a password that is made once and kept readable to this user alone, and runs in a process group of its own so that
 * a Ctrl-C reaches the server first, which then stops it in order.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "neuroward";

    private final Path home;
    private final PostgresPrograms programs;
    private final String password;
    private final int port;

    private EmbeddedPostgres(Path home, PostgresPrograms programs, String password, int port) {
        this.home = home;
        this.programs = programs;
        this.password = password;
        this.port = port;
    }

    /** Starts the cluster under the folder, making it on first use and clearing what a killed server left behind. */
    static EmbeddedPostgres start(Path home) throws IOException, InterruptedException, StartRefused {
        Files.createDirectories(home);
        PostgresPrograms programs = PostgresPrograms.unpack(home);
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, programs, passwordOf(home), Ports.anyFree());
        postgres.initialise();
        postgres.clearLeftovers();
        postgres.launch();
        return postgres;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String user() {
        return OWNER;
    }

    String password() {
        return password;
    }

    /** Makes the application's role and the named database if they are not there yet. */
    void ensureDatabase(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                // The password is hexadecimal of our own making, so it needs no escaping.
                statement.execute("create role " + OWNER + " login password '" + password + "'");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + OWNER);
            }
        }
    }

    void dropDatabase(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    /** Stops the cluster in order: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() throws IOException {
        try {
            run(controlCommand("stop", "-m", "fast", "-w", "-t", "30"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path cluster() {
        return home.resolve("cluster");
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private void initialise() throws IOException, InterruptedException, StartRefused {
        // PG_VERSION is among the first files written; "global/pg_control" among the last: its absence means half made.
        if (Files.exists(cluster().resolve("global").resolve("pg_control")) && Files.exists(home.resolve("made"))) {
            return;
        }
        PostgresPrograms.deleteTree(cluster());
        Path passwordFile = home.resolve("password");
        int code = run(List.of(
                programs.program("initdb").toString(),
                "-D",
                cluster().toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-k",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        if (code != 0) {
            throw notStarted();
        }
        Files.writeString(cluster().resolve("postgresql.auto.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 60
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_statement = 'none'
                log_min_error_statement = panic
                jit = off
                """);
        Files.writeString(home.resolve("made"), "");
    }

    /**
     * A server killed outright leaves its PostgreSQL running: that one is asked to stop. A process number that meanwhile
     * belongs to some other program is only a stale file, which PostgreSQL itself would take for a running server.
     */
    private void clearLeftovers() throws IOException, InterruptedException, StartRefused {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = processNamedIn(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (isOurPostgres(process.get())) {
            run(controlCommand("stop", "-m", "fast", "-w", "-t", "30"));
            // It takes its file away as its last act; its process may linger for a moment, or until someone reaps it.
            if (Files.exists(pidFile)) {
                throw new StartRefused("database.pid-taken", process.get().pid());
            }
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> processNamedIn(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private boolean isOurPostgres(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line ->
                        line.contains("postgres") && line.contains(cluster().toString()))
                .isPresent();
    }

    private void launch() throws IOException, InterruptedException, StartRefused {
        int code = run(controlCommand("start", "-l", log().toString(), "-o", "-p " + port, "-w", "-t", "60", "-s"));
        if (code != 0) {
            throw notStarted();
        }
    }

    private StartRefused notStarted() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        return new StartRefused("database.not-started", log(), lines.isEmpty() ? "-" : lines.get(lines.size() - 1));
    }

    private List<String> controlCommand(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(programs.program("pg_ctl").toString());
        command.add("-D");
        command.add(cluster().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; a user namespace without a mapping shows it an ordinary user instead.
            whole.addAll(List.of("unshare", "-U", "--"));
        }
        whole.addAll(command);
        Process process = new ProcessBuilder(whole)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("control.log").toFile()))
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private boolean isRoot() throws IOException {
        return Files.getFileStore(home).supportsFileAttributeView("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid"))
                && System.getProperty("user.name").equals("root");
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static String passwordOf(Path home) throws IOException {
        Path file = home.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
        return Files.readString(file).strip();
    }
}
