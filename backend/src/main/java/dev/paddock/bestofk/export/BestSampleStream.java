package dev.paddock.bestofk.export;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.datasets.Exports.Destination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the best samples of a run and writes them down one by one, in constant memory. A run that is done changes no more. */
@Component
class BestSampleStream {

    /** Without one the driver reads all rows into memory. */
    private static final int FETCH_SIZE = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    BestSampleStream(DataSource store, PlatformTransactionManager transactions) {
        var own = new JdbcTemplate(store);
        own.setFetchSize(FETCH_SIZE);
        jdbc = new NamedParameterJdbcTemplate(own);
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    void write(BestOfKRun run, BestSampleRecipe recipe, Destination destination) {
        var parameters = parameters(run, recipe);
        transaction.executeWithoutResult(_ -> {
            var rows = jdbc.queryForObject(BestSample.COUNT, parameters, Long.class);
            try {
                // Never closed here, above all not when something fails: closing would complete a half-written object.
                var lines = new BestSampleLines(destination.open(Objects.requireNonNull(rows)), run, recipe.shape());
                jdbc.query(BestSample.ROWS, parameters, row -> {
                    lines.write(BestSample.read(row));
                });
                lines.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static MapSqlParameterSource parameters(BestOfKRun run, BestSampleRecipe recipe) {
        return new MapSqlParameterSource()
                .addValue("run", run.id())
                .addValue("least", recipe.least())
                .addValue("temperature", recipe.temperature(), Types.DOUBLE)
                .addValue("top", recipe.top())
                .addValue("helpfulness", run.helpfulnessModel(), Types.VARCHAR)
                .addValue("safety", run.safetyModel(), Types.VARCHAR);
    }
}
