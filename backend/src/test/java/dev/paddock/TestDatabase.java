package dev.paddock;

import dev.paddock.store.DataFolder;
import dev.paddock.store.Postgres;
import dev.paddock.store.PostgresSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this JVM, empty at its start. Its files are kept in target, so only the first run waits. */
public final class TestDatabase {

    // The one thing that differs from the real one: a test need not outlive a power cut.
    private static final Postgres POSTGRES =
            new Postgres(new DataFolder(Path.of("target/store")), new PostgresSettings(0, Map.of("fsync", "off")));

    static {
        POSTGRES.start();
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        empty();
    }

    private TestDatabase() {}

    public static String url() {
        return POSTGRES.url();
    }

    public static String user() {
        return POSTGRES.user();
    }

    public static String password() {
        return POSTGRES.password();
    }

    /** Connections without a pool and without Spring. */
    public static DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    private static void empty() {
        try (var connection = DriverManager.getConnection(url(), user(), password());
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
