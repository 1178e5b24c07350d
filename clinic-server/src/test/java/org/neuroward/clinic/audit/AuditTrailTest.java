package org.neuroward.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.clinic.web.Visitor;

@QuarkusTest
class AuditTrailTest {
    @Inject
    AuditTrail trail;

    @Inject
    ChainCheck chain;

    @Inject
    DataSource database;

    @Test
    void rowsAppendedAtTheSameTimeStandInOneChain() throws InterruptedException, ExecutionException {
        long before = wholeRows();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                acts.add(threads.submit(this::act));
            }
            for (Future<?> act : acts) {
                act.get();
            }
        }

        assertThat(wholeRows()).isEqualTo(before + 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor_name = 'someone else'",
                "delete from audit_event where seq = 1",
                "truncate audit_event"
            })
    void theDatabaseItselfRefusesToChangeTheTrail(String statement) {
        act();

        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set outcome = 'refused' where seq = %d",
                "update audit_event set at = at + interval '1 microsecond' where seq = %d",
                "delete from audit_event where seq = %d"
            })
    void aRowChangedBehindTheTriggersShowsWithItsNumber(String tampering) throws SQLException {
        act();
        act();
        act();
        long victim = wholeRows() - 1;
        // What is tampered with is put back: the trail of the other tests stays whole.
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "create temporary table kept as select * from audit_event");
            execute(connection, "alter table audit_event disable trigger user");
            execute(connection, tampering.formatted(victim));
            execute(connection, "alter table audit_event enable trigger user");
            connection.commit();

            assertThat(chain.check()).isEqualTo(new ChainCheck.Finding.Broken(victim));

            execute(connection, "alter table audit_event disable trigger user");
            execute(connection, "delete from audit_event where seq = " + victim);
            execute(connection, "insert into audit_event select * from kept where seq = " + victim);
            execute(connection, "alter table audit_event enable trigger user");
            execute(connection, "drop table kept");
            connection.commit();
        }
        assertThat(chain.check()).isInstanceOf(ChainCheck.Finding.Whole.class);
    }

    @Test
    void readingAPatientIsNotedWithReaderAndPatient() throws SQLException {
        String patient = text("select id::text from patient where record_number = 'DEMO-0001'");

        Visitor.signedInAs("review").asks().get("/patients/" + patient).then().statusCode(200);

        assertThat(text("select actor_name || ' ' || actor_role || ' ' || action || ' ' || patient_id || ' ' || outcome"
                        + " from audit_event where action = 'patient.read' order by seq desc limit 1"))
                .isEqualTo("review REVIEWER patient.read " + patient + " done");
    }

    @Test
    void aRefusedRequestIsNoted() throws SQLException {
        Visitor.signedInAs("audit").asks().get("/worklist").then().statusCode(403);

        assertThat(text("select actor_name || ' ' || object_id || ' ' || outcome from audit_event"
                        + " where action = 'access.refused' order by seq desc limit 1"))
                .isEqualTo("audit GET /worklist refused");
    }

    @Test
    void thePageFiltersByPersonActionAndPatient() throws SQLException {
        Visitor auditor = Visitor.signedInAs("audit");
        String patient = text("select id::text from patient where record_number = 'DEMO-0003'");
        Visitor.signedInAs("review").asks().get("/patients/" + patient).then().statusCode(200);

        String page = auditor.asks()
                .queryParam("person", "review")
                .queryParam("action", "patient.read")
                .queryParam("patient", "DEMO-0003")
                .get("/audit")
                .asString();

        assertThat(page).contains("The chain is whole").contains("DEMO-0003").doesNotContain("sign-in</td>");
        assertThat(page.split("<td class=\"num right\">")).hasSizeGreaterThan(1);
        assertThat(auditor.asks().queryParam("patient", "NONE-1").get("/audit").asString())
                .contains("There is no patient with this record number");
    }

    private void act() {
        trail.record("test.act", "test", "-", Optional.of(new UUID(1, 2)), "done", Map.of("b", "2", "a", "1"));
    }

    private long wholeRows() {
        return chain.check() instanceof ChainCheck.Finding.Whole whole ? whole.rows() : -1;
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
