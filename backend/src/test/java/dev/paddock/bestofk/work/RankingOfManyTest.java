package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.paddock.OnInsert;
import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.shared.JobState;
import java.time.OffsetDateTime;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RankingOfManyTest extends RunWorld {

    private static final int MANY = 12_000;

    @Test
    void ranksThousandsOfGroupsInFewStatementsAndShowsSignsOfLife() throws InterruptedException {
        var asked = ofMany();
        try (var inserts = new OnInsert(
                jdbc, "best_of_k_rank", "if nextval('on_insert') <= 3 then perform pg_sleep(0.3); end if;")) {
            var signs = new HashSet<OffsetDateTime>();
            var work = Thread.ofPlatform().start(worker::work);
            while (work.isAlive()) {
                jdbc.sql("select alive_at from best_of_k_run where id = ? and phase = 'ranking'")
                        .param(asked.id())
                        .query(OffsetDateTime.class)
                        .optional()
                        .ifPresent(signs::add);
                Thread.sleep(20);
            }

            assertSoftly(softly -> {
                softly.assertThat(inserts.statements()).isLessThanOrEqualTo(20);
                softly.assertThat(signs).hasSizeGreaterThanOrEqualTo(3);
            });
        }
        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        assertThat(jdbc.sql("select count(*) from best_of_k_rank where run_id = ? and rank = 1")
                        .param(asked.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
    }

    /** A run with a temperature for each of its samples, all with scores. */
    private BestOfKRun ofMany() {
        var one = samples(done(wish(1, 1.0))).getFirst();
        var asked = runs.start(olive, wish(1, 1.0));
        jdbc.sql("""
                        insert into best_of_k_sample
                        select (jsonb_populate_record(sample, jsonb_build_object(
                                    'id', gen_random_uuid(), 'run_id', :run, 'place', number, 'temperature', number / 10000.0))).*
                          from best_of_k_sample sample, generate_series(0, :last) number where sample.id = :one
                        """)
                .param("run", asked.id())
                .param("last", MANY - 1)
                .param("one", one.id())
                .update();
        jdbc.sql("""
                        insert into best_of_k_score
                        select id, 'likes-long', 'helpfulness', 'cpu', 'fp32', place / 1000.0, 7, now() from best_of_k_sample where run_id = ?
                        """).param(asked.id()).update();
        return asked;
    }
}
