package org.neuroward.clinic.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaCheckTest {
    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void aDatabaseThatANewerProgramMigratedIsRefused() throws SQLException, StartRefused {
        SchemaCheck.requireKnown(url, user, password);
        execute("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        try {
            StartRefused refused =
                    catchThrowableOfType(StartRefused.class, () -> SchemaCheck.requireKnown(url, user, password));

            assertThat(refused.sentence(new StartTexts(Locale.ENGLISH)))
                    .contains("schema version 999")
                    .contains("nothing was changed");
        } finally {
            execute("delete from flyway_schema_history where installed_rank = 999");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        StartRefused refused = catchThrowableOfType(
                StartRefused.class,
                () -> SchemaCheck.requireKnown("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret"));

        assertThat(refused.sentence(new StartTexts(Locale.CHINESE)))
                .contains("没有应答")
                .doesNotContain("secret");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
