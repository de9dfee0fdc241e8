package dev.paddock.bestofk;

import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.Rewards;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.rewardmodel.training.Progress;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives the samples of a run the scores they lack. */
@Component
class Judging {

    private static final Logger log = LoggerFactory.getLogger(Judging.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 16;

    private final Rewards rewards;
    private final ScoreTable scores;

    Judging(Rewards rewards, ScoreTable scores) {
        this.rewards = rewards;
        this.scores = scores;
    }

    /**
     * Waits some seconds while no model of that kind serves. Where another comes to serve on the way, it begins again with that one: only scores of one
     * model compare.
     *
     * @throws PutOff where none comes to serve
     * @return the model that all of them have a score of, but for those that it could not take
     */
    String score(BestOfKRun run, ModelKind kind, Progress progress) throws InterruptedException {
        var standstill = new Standstill();
        while (true) {
            try {
                var model = rewards.serving(kind);
                if (scoreAll(run, kind, model, progress, standstill)) {
                    return model;
                }
            } catch (NoRewardModel none) {
                var waiting = "waiting for a " + kind.label() + " reward model: " + none.getMessage();
                progress.at(waiting, 0, 0);
                standstill.met(waiting);
                if (standstill.isTooLong()) {
                    throw new PutOff(waiting);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /** @return false where another model serves by now */
    private boolean scoreAll(BestOfKRun run, ModelKind kind, String model, Progress progress, Standstill standstill)
            throws InterruptedException {
        var after = -1;
        while (true) {
            progress.at("scoring for " + kind.label(), after + 1, run.samples());
            var some = scores.without(run, model, after, AT_ONCE);
            if (some.isEmpty()) {
                return true;
            }
            try {
                if (!score(some, kind, model)) {
                    return false;
                }
                standstill.over();
                after = some.getLast().place();
            } catch (ScoringBusy busy) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean score(List<Unscored> some, ModelKind kind, String model) {
        try {
            var scored = rewards.scores(
                    kind, some.stream().map(Unscored::conversation).toList());
            scores.add(some, kind, scored);
            return scored.model().equals(model);
        } catch (NoRewardModel | ScoringBusy passing) {
            throw passing;
        } catch (RuntimeException e) {
            return some.size() == 1 ? passedOver(some.getFirst(), model, e) : scoreEach(some, kind, model);
        }
    }

    /** One text that a model cannot take must not hold up the others. */
    private boolean scoreEach(List<Unscored> some, ModelKind kind, String model) {
        return some.stream().allMatch(one -> score(List.of(one), kind, model));
    }

    private static boolean passedOver(Unscored one, String model, RuntimeException e) {
        log.warn("Sample {} gets no score from {}: {}", one.sample(), model, e.toString());
        return true;
    }
}
