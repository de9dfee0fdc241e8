package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.curves.Curve;
import dev.paddock.shared.JobState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A temperature at which most prompts have lost all their samples is no mean over the prompts. */
class FewPromptsTest extends RunWorld {

    @Test
    void aTemperatureWhereMostPromptsHaveNoneHasNoCurve() {
        models.prompt(campaign.id(), "And about the third?");
        var template = samples(done(wish(1, 1.0))).getFirst().id();
        var asked = runs.start(olive, wish(1, 0.5, 1.4));
        plant(asked, template);

        worker.work();

        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        assertThat(runs.curves(olive, asked.id()))
                .satisfiesExactly(
                        cool -> {
                            assertThat(cool.points())
                                    .extracting(Curve.Point::prompts)
                                    .containsExactly(3);
                        },
                        warm -> {
                            assertThat(warm.temperature()).isEqualTo(1.4);
                            assertThat(warm.points()).isEmpty();
                        });
    }

    /** One sample of each of three prompts at two temperatures, scored; at the warmer one but the first has failed. */
    private void plant(BestOfKRun run, UUID template) {
        jdbc.sql("""
                        insert into best_of_k_sample
                        select (jsonb_populate_record(sample, jsonb_build_object(
                                    'id', gen_random_uuid(), 'run_id', :run, 'place', nth, 'position', nth / 2,
                                    'temperature', case nth % 2 when 0 then 0.5 else 1.4 end,
                                    'state', case when nth in (3, 5) then 'failed' else 'finished' end))).*
                          from best_of_k_sample sample, generate_series(0, 5) nth where sample.id = :template
                        """).param("run", run.id()).param("template", template).update();
        jdbc.sql("""
                        insert into best_of_k_score
                        select id, 'likes-long', 'helpfulness', 'cpu', 'fp32', 1, 7, now() from best_of_k_sample
                         where run_id = ? and state = 'finished'
                        """).param(run.id()).update();
    }
}
