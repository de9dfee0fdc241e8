package dev.paddock.datasets;

import dev.paddock.datasets.Exports.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a campaign's preferences as they stood at one moment and writes them down one by one, in constant memory. */
@Component
class PreferenceStream {

    /**
     * Row by row along the indexes: the first line leaves at once, and the database keeps no table in memory. Its own choice, hashing and
     * then sorting all texts on disk, takes as long in total.
     */
    private static final String ROW_BY_ROW =
            "set local enable_hashjoin = off; set local enable_mergejoin = off; set local max_parallel_workers_per_gather = 0";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    PreferenceStream(DataSource store, PlatformTransactionManager transactions, ExportSettings settings) {
        // Of our own, so that the fetch size is nobody else's: without one the driver reads all rows into memory.
        jdbc = new JdbcTemplate(store);
        jdbc.setFetchSize(settings.fetchSize());
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void write(UUID campaign, Recipe recipe, Destination destination) {
        // Asked before the snapshot is taken, which then has every row up to it.
        var span = new Span(campaign, recipe.after(), lastSettled());
        snapshot.executeWithoutResult(_ -> rows(heading(span), span, recipe, destination));
    }

    long lastSettled() {
        return Objects.requireNonNull(jdbc.queryForObject("select last_settled_comparison()", Long.class));
    }

    private Heading heading(Span span) {
        var heading =
                jdbc.query(connection -> span.prepare(connection, Heading.SQL), (ResultSetExtractor<Heading>) row -> {
                    row.next();
                    return Heading.read(row);
                });
        return Objects.requireNonNull(heading);
    }

    private void rows(Heading heading, Span span, Recipe recipe, Destination destination) {
        try {
            // Never closed here, above all not when something fails: closing would complete a half-written object.
            var lines = LineWriter.to(destination.open(heading.rows()), recipe, heading);
            each(span, lines::write);
            lines.json().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a span that lies in the past, for which no snapshot is needed but the one of a single statement. */
    void read(Span span, Consumer<Preference> taker) {
        snapshot.executeWithoutResult(_ -> each(span, taker));
    }

    private void each(Span span, Consumer<Preference> taker) {
        jdbc.execute(ROW_BY_ROW);
        jdbc.query(connection -> statement(connection, span), (ResultSetExtractor<@Nullable Void>) rows -> {
            new ReadAhead<>(rows, Preference::read).forEach(taker);
            return null;
        });
    }

    /** Asks for the binary format at once: the driver's default is text for a statement's first runs, and ours runs once. */
    private static PreparedStatement statement(Connection connection, Span span) throws SQLException {
        var statement = span.prepare(connection, Preference.ROWS);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement;
    }
}
