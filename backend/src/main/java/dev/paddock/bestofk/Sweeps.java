package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.SweepRow;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a run says of its temperatures. */
@Service
@Transactional(readOnly = true)
public class Sweeps {

    private final BestOfK runs;
    private final RunRewards rewards;

    Sweeps(BestOfK runs, RunRewards rewards) {
        this.runs = runs;
        this.rewards = rewards;
    }

    /**
     * By N; empty where the temperatures share too few prompts.
     *
     * @throws NotFound also for those who may not read its campaign
     * @throws Conflict while it has no ranks
     */
    public List<SweepRow> of(Caller caller, UUID run) {
        return rewards.of(runs.ranked(caller, run)).sweep().rows();
    }
}
