package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Rewards;
import dev.paddock.samples.SoloAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the rewards that the samples of a run were ranked by. An empty answer has no rank, as there is nothing to score, but it is what the
 * model said, and no better than any other: it counts as 0.
 */
@Component
public class RunRewards {

    private final JdbcClient jdbc;

    RunRewards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place says it all: the samples with their long texts need not be read. */
    public Rewards of(BestOfKRun run) {
        var rewards = new Rewards();
        jdbc.sql("""
                        select place, reward from best_of_k_rank where run_id = :run
                        union all
                        select place, 0 from best_of_k_sample where run_id = :run and state = 'failed' and reason = :empty
                        """).param("run", run.id()).param("empty", SoloAnswer.EMPTY).query(row -> {
            var place = Place.of(run, row.getInt("place"));
            rewards.add(place.position(), place.temperature(), row.getDouble("reward"));
        });
        return rewards;
    }
}
