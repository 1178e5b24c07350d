package org.neuroward.clinic.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut or a killed server leaves behind does not keep the next start from finding its data. */
class EmbeddedPostgresTest {
    @TempDir
    Path home;

    private EmbeddedPostgres last;

    @BeforeEach
    void startOnceAndStoreARow() throws Exception {
        last = EmbeddedPostgres.start(home);
        last.ensureDatabase("clinic");
        try (Connection connection = connect(last);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('here')");
        }
    }

    @AfterEach
    void stop() throws IOException {
        last.close();
    }

    @Test
    void aStopAndAStartKeepTheData() throws Exception {
        last.close();

        last = EmbeddedPostgres.start(home);

        assertThat(keptWord()).isEqualTo("here");
    }

    @Test
    void aPostgresLeftRunningByAKilledServerIsStoppedAndStartedAnew() throws Exception {
        ProcessHandle orphan = postmaster();

        last = EmbeddedPostgres.start(home);

        assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
        assertThat(keptWord()).isEqualTo("here");
    }

    @Test
    void aPostgresThatWasKilledItselfRecovers() throws Exception {
        kill(postmaster());

        last = EmbeddedPostgres.start(home);

        assertThat(keptWord()).isEqualTo("here");
    }

    @Test
    void aProcessNumberThatNowBelongsToAnotherProgramIsNoObstacle() throws Exception {
        Path pidFile = home.resolve("cluster").resolve("postmaster.pid");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(pidFile));
        last.close();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        last = EmbeddedPostgres.start(home);

        assertThat(keptWord()).isEqualTo("here");
    }

    @Test
    void aClusterThatWasOnlyHalfMadeIsMadeAnew() throws Exception {
        last.close();
        Files.delete(home.resolve("made"));

        last = EmbeddedPostgres.start(home);
        last.ensureDatabase("clinic");

        assertThat(connect(last).isValid(1)).isTrue();
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                SQLException.class,
                                () -> DriverManager.getConnection(last.jdbcUrl("clinic"), "postgres", "postgres"))
                        .getSQLState())
                .isEqualTo("28P01");
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(home.resolve("cluster").resolve("postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws InterruptedException, ExecutionException, TimeoutException {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private String keptWord() throws SQLException {
        try (Connection connection = connect(last);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select word from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("clinic"), postgres.user(), postgres.password());
    }
}
