package org.neuroward.clinic.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers and has exactly the schema that this program knows. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
    private final DataSource database;

    SchemaReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int found = SchemaCheck.newestApplied(statement);
            return HealthCheckResponse.named("database schema")
                    .status(found == SchemaCheck.NEWEST)
                    .withData("found", found)
                    .withData("known", SchemaCheck.NEWEST)
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database schema")
                    .down()
                    .withData("sqlState", String.valueOf(e.getSQLState()))
                    .build();
        }
    }
}
