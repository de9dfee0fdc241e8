package dev.paddock.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to a database under test. */
final class Sessions {

    private Sessions() {}

    static Connection of(Postgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    static String ask(Postgres postgres, String question) throws SQLException {
        try (var connection = of(postgres);
                var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void tell(Postgres postgres, String statement) throws SQLException {
        try (var connection = of(postgres)) {
            connection.createStatement().execute(statement);
        }
    }
}
