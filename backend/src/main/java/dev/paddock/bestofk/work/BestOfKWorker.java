package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.reward.RewardSwitch;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobWorker;
import java.util.EnumMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a run sampled, scored and ranked. */
@Component
class BestOfKWorker extends JobWorker<BestOfKRun> {

    private static final Logger log = LoggerFactory.getLogger(BestOfKWorker.class);

    private final Sampling sampling;
    private final SampleScoring scoring;
    private final Ranking ranking;

    BestOfKWorker(RunClaims claims, Sampling sampling, SampleScoring scoring, Ranking ranking, RewardSwitch rewards) {
        super("best of k", rewards.isOn(), claims);
        this.sampling = sampling;
        this.scoring = scoring;
        this.ranking = ranking;
    }

    @Override
    protected void run(BestOfKRun run, String owner) throws InterruptedException {
        Progress progress = (phase, done, total) -> at(run, phase, done, total);
        sampling.run(run, owner, progress);
        var models = new EnumMap<ModelKind, String>(ModelKind.class);
        for (var kind : run.rankedBy().kinds()) {
            models.put(kind, scoring.score(run, kind, progress));
        }
        ranking.end(run, owner, models, progress);
        log.info("Best-of-K run {} is done", run.number());
    }
}
