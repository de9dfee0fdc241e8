package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.OnInsert;
import dev.paddock.shared.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest extends RunWorld {

    @ParameterizedTest
    @ValueSource(strings = {"best_of_k_sample", "best_of_k_score", "best_of_k_rank"})
    void aConnectionThatIsCutDoesNotEndTheRun(String table) {
        var asked = runs.start(olive, wish(4, 1.0));
        try (var _ = new OnInsert(jdbc, table, OnInsert.CUT_THE_FIRST_CONNECTION)) {
            worker.work();

            var cut = runs.get(olive, asked.id());
            assertThat(cut.state()).as(cut.failure()).isEqualTo(JobState.RUNNING);
            jdbc.sql("update best_of_k_run set alive_at = alive_at - interval '2 minutes' where id = ?")
                    .param(asked.id())
                    .update();
            assertThat(worker.work()).isTrue();
        }

        var run = runs.get(olive, asked.id());
        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run))
                .hasSize(8)
                .allSatisfy(sample -> assertThat(sample.rank()).isNotNull());
    }

    @Test
    void whatGotOnInBetweenHasNotBrokenOffInARow() {
        var asked = runs.start(olive, wish(2, 1.0));
        jdbc.sql("update best_of_k_run set broken_off = 9 where id = ?")
                .param(asked.id())
                .update();
        try (var _ = new OnInsert(jdbc, "best_of_k_rank", "raise exception 'disk full' using errcode = '53100';")) {
            worker.work();
        }

        var run = runs.get(olive, asked.id());
        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void whatTheDatabaseRefusesEndsItWithoutAWordOfSql() {
        var asked = runs.start(olive, wish(2, 1.0));
        try (var _ = new OnInsert(jdbc, "best_of_k_sample", "raise exception 'a fault of ours';")) {
            worker.work();
        }

        var run = runs.get(olive, asked.id());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure())
                .contains("broke off", "log")
                .doesNotContainIgnoringCase("insert")
                .doesNotContain("SQL", "a fault of ours");
    }
}
