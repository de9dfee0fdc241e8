package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.Sweeps;
import dev.paddock.bestofk.curves.Curve;
import dev.paddock.shared.JobState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An empty answer is what the model said, and the worst of all: a temperature is no better for it. */
class EmptyAnswersTest extends RunWorld {

    @Autowired
    Sweeps sweeps;

    @Test
    void countsAsARewardOfNothingAndHasNoRank() {
        var template = samples(done(wish(1, 1.0))).getFirst().id();
        var asked = runs.start(olive, wish(2, 0.5, 1.4));
        plant(asked, template);

        worker.work();

        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        var warm = runs.curves(olive, asked.id()).getLast();
        assertThat(warm.points()).extracting(Curve.Point::n).containsExactly(1, 2);
        assertThat(warm.points().getFirst().maximum().mean()).isCloseTo(sigmoid(1) / 2, within(1e-9));
        assertThat(warm.points().getLast().maximum().mean()).isCloseTo(sigmoid(1), within(1e-9));
        var ofOne = sweeps.of(olive, asked.id()).getFirst();
        assertThat(ofOne.maxima())
                .extracting(each -> each.maximum().mean())
                .satisfiesExactly(
                        cool -> assertThat(cool).isCloseTo(sigmoid(1), within(1e-9)),
                        warmer -> assertThat(warmer).isCloseTo(sigmoid(1) / 2, within(1e-9)));
        assertThat(samples(asked).stream().filter(sample -> sample.rank() == null))
                .hasSize(2)
                .noneMatch(RankedSample::finished);
    }

    /** Two samples of each of two prompts at two temperatures, scored alike; at the warmer one every second is empty. */
    private void plant(BestOfKRun run, UUID template) {
        jdbc.sql("""
                        insert into best_of_k_sample
                        select (jsonb_populate_record(sample, jsonb_build_object(
                                    'id', gen_random_uuid(), 'run_id', :run, 'place', nth, 'position', nth / 4,
                                    'temperature', case when nth % 4 < 2 then 0.5 else 1.4 end,
                                    'state', case when nth % 4 = 3 then 'failed' else 'finished' end,
                                    'reason', case when nth % 4 = 3 then 'an empty answer' else '' end))).*
                          from best_of_k_sample sample, generate_series(0, 7) nth where sample.id = :template
                        """).param("run", run.id()).param("template", template).update();
        jdbc.sql("""
                        insert into best_of_k_score
                        select id, 'likes-long', 'helpfulness', 'cpu', 'fp32', 1, 7, now() from best_of_k_sample
                         where run_id = ? and state = 'finished'
                        """).param(run.id()).update();
    }
}
