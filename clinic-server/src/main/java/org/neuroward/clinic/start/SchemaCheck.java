package org.neuroward.clinic.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses a database that a newer program has migrated: its rows may mean something this program does not know. */
final class SchemaCheck {
    /** The last migration under {@code db/migration}; a test holds the two together. */
    static final int NEWEST = 5;

    private SchemaCheck() {}

    static void requireKnown(String url, String user, String password) throws StartRefused {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            int found = newestApplied(statement);
            if (found > NEWEST) {
                throw new StartRefused("schema.newer", found, NEWEST);
            }
        } catch (SQLException e) {
            throw new StartRefused("database.unreachable", url, e.getSQLState());
        }
    }

    static int newestApplied(Statement statement) throws SQLException {
        try (ResultSet exists = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            exists.next();
            if (!exists.getBoolean(1)) {
                return 0;
            }
        }
        try (ResultSet newest = statement.executeQuery(
                "select coalesce(max(split_part(version, '.', 1)::int), 0) from flyway_schema_history"
                        + " where success and version is not null")) {
            newest.next();
            return newest.getInt(1);
        }
    }
}
