package dev.paddock.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.Harvest;
import dev.paddock.Said;
import dev.paddock.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An export that goes on where another ended, or that nobody reads to its end. */
class ResumedExportTest extends ExportsTest {

    @Test
    void resumesBehindTheLastRowThatCameThrough() {
        var first = harvest.number(harvest.said(turn()).saved());
        var second = harvest.number(harvest.said(turn()).saved());

        assertThat(written(olive, new Recipe(Shape.TRL, Margin.NONE, first)))
                .contains("\"number\":" + second)
                .doesNotContain("\"number\":" + first + ",");
    }

    @Test
    void whatIsStillBeingSavedIsWaitedForAndNeverMissed() throws Exception {
        harvest.said(turn()).saved();
        var sooner = turn();
        var later = turn();
        try (var ofAda = connect();
                var ofMary = connect()) {
            ofAda.connection().setAutoCommit(false);
            var saving = ofAda.said(sooner).saved();
            var first = numbers(0);
            var saved = ofMary.said(later).saved();

            var meanwhile = numbers(0);
            ofAda.connection().commit();

            assertThat(meanwhile).isEqualTo(first).hasSize(1);
            assertThat(numbers(first.getLast())).containsExactly(harvest.number(saving), harvest.number(saved));
        }
    }

    @Test
    void whatIsRevisedStandsUntilItsRevisionLeaves() throws Exception {
        var first = turn();
        var said = harvest.said(first).saved();
        try (var ofAda = connect()) {
            ofAda.connection().setAutoCommit(false);
            ofAda.said(turn()).saved();
            var revision = harvest.said(first).revising(said).saved();

            assertThat(numbers(0)).containsExactly(harvest.number(said));
            ofAda.connection().rollback();

            assertThat(numbers(0)).containsExactly(harvest.number(revision));
        }
    }

    @Test
    @Timeout(30)
    void whoHangsUpLeavesNothingRunning() {
        harvest.said(turn()).saved();
        jdbc.sql("""
                        with more as (
                            insert into turn (id, conversation_id, number, user_text, state, created_at)
                            select gen_random_uuid(), turn.conversation_id, 1 + n, 'And?', 'ready', now()
                              from turn join comparison on turn_id = turn.id cross join generate_series(1, 3000) n
                             where campaign_id = :campaign
                            returning id)
                        insert into comparison (id, task_id, turn_id, campaign_id, person_id, chosen_sample, rejected_sample, left_sample,
                                                degree, guideline_version, round, shown_at, saved_at, idempotency_key, body_sha256)
                        select gen_random_uuid(), c.task_id, more.id, c.campaign_id, c.person_id, c.chosen_sample, c.rejected_sample,
                               c.left_sample, c.degree, 1, 1, c.shown_at, c.saved_at, more.id::text, ''
                          from comparison c cross join more where c.campaign_id = :campaign
                        """).param("campaign", harvest.campaign).update();
        var hungUp = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("hung up");
            }
        };
        var recipe = new Recipe(Shape.TRL, Margin.NONE, 0);

        assertThatThrownBy(() -> exports.write(olive, harvest.campaign, recipe, _ -> hungUp))
                .hasMessageContaining("hung up");

        assertThat(jdbc.sql(
                                "select count(*) from pg_stat_activity where query like '%left_sample = %' and state <> 'idle'"
                                        + " and pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<Long> numbers(long after) {
        return written(olive, new Recipe(Shape.TRL, Margin.NONE, after))
                .lines()
                .map(line -> Long.parseLong(line.replaceAll(".*\"number\":([0-9]+),.*", "$1")))
                .toList();
    }

    /** Somebody who saves over a connection of their own. */
    private record Saving(Connection connection, Harvest harvest) implements AutoCloseable {
        Said said(Harvest.Turn turn) {
            return harvest.said(turn);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private Saving connect() throws SQLException {
        var connection = TestDatabase.dataSource().getConnection();
        return new Saving(
                connection, harvest.over(JdbcClient.create(new SingleConnectionDataSource(connection, true))));
    }
}
