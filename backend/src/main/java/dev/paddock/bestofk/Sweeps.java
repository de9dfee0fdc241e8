package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Sweep;
import dev.paddock.bestofk.curves.SweepRow;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a run says of its temperatures. */
@Service
@Transactional(readOnly = true)
public class Sweeps {

    private record Given(Place place, double reward) {}

    private final BestOfK runs;
    private final JdbcClient jdbc;

    Sweeps(BestOfK runs, JdbcClient jdbc) {
        this.runs = runs;
        this.jdbc = jdbc;
    }

    /**
     * By N; empty where the temperatures share too few prompts.
     *
     * @throws NotFound also for those who may not read its campaign
     * @throws Conflict while it has no ranks
     */
    public List<SweepRow> of(Caller caller, UUID run) {
        return new Sweep(rewards(runs.ranked(caller, run))).rows();
    }

    private List<Map<Double, double[]>> rewards(BestOfKRun run) {
        var byPosition = new HashMap<Integer, Map<Double, List<Double>>>();
        for (var given : given(run)) {
            byPosition
                    .computeIfAbsent(given.place().position(), _ -> new HashMap<>())
                    .computeIfAbsent(given.place().temperature(), _ -> new ArrayList<>())
                    .add(given.reward());
        }
        return byPosition.values().stream().map(Sweeps::arrays).toList();
    }

    private static Map<Double, double[]> arrays(Map<Double, List<Double>> rewards) {
        var arrays = new HashMap<Double, double[]>();
        rewards.forEach((temperature, each) -> arrays.put(
                temperature, each.stream().mapToDouble(Double::doubleValue).toArray()));
        return arrays;
    }

    /** The place says it all: the samples with their long texts need not be read. */
    private List<Given> given(BestOfKRun run) {
        return jdbc.sql("select place, reward from best_of_k_rank where run_id = ?")
                .param(run.id())
                .query((row, _) -> new Given(Place.of(run, row.getInt("place")), row.getDouble("reward")))
                .list();
    }
}
