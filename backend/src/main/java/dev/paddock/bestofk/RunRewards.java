package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Rewards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rewards that the samples of a run were ranked by. */
@Component
public class RunRewards {

    private final JdbcClient jdbc;

    RunRewards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place says it all: the samples with their long texts need not be read. */
    public Rewards of(BestOfKRun run) {
        var rewards = new Rewards();
        jdbc.sql("select place, reward from best_of_k_rank where run_id = ?")
                .param(run.id())
                .query(row -> {
                    var place = Place.of(run, row.getInt("place"));
                    rewards.add(place.position(), place.temperature(), row.getDouble("reward"));
                });
        return rewards;
    }
}
