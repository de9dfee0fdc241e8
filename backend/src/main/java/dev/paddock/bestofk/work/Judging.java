package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.Rewards;
import dev.paddock.reward.Scored;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.PutOff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Gives the samples of a run the scores they lack. */
@Component
class Judging {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 16;
    private static final List<Message> PLAIN = List.of(Message.user("Hello."), Message.assistant("Hello."));

    private final Rewards rewards;
    private final ScoreTable scores;
    private final Clock clock;

    Judging(Rewards rewards, ScoreTable scores, Clock clock) {
        this.rewards = rewards;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * Waits some seconds while no model of that kind serves, or the one that does fails on everything or has too much to do. Where another
     * comes to serve on the way, it begins again with that one: only scores of one model compare.
     *
     * @throws PutOff where it comes to nothing for too long
     * @return the model that all of them have a score of, but for those that it could not take
     */
    String score(BestOfKRun run, ModelKind kind, Progress progress) throws InterruptedException {
        var standstill = new Standstill(clock);
        while (true) {
            try {
                var model = rewards.serving(kind);
                if (scoreAll(run, kind, model, progress, standstill)) {
                    return model;
                }
            } catch (ScoringBusy busy) {
                rest(kind, "it has too much to do", progress, standstill);
            } catch (NoRewardModel | CannotTake none) {
                rest(kind, String.valueOf(none.getMessage()), progress, standstill);
            }
        }
    }

    private static void rest(ModelKind kind, String why, Progress progress, Standstill standstill)
            throws InterruptedException {
        var waiting = "waiting for a " + kind.label() + " reward model: " + why;
        progress.at(waiting, 0, 0);
        standstill.met(waiting);
        if (standstill.isTooLong()) {
            throw new PutOff(waiting);
        }
        Thread.sleep(PAUSE);
    }

    /** @return false where another model serves by now */
    private boolean scoreAll(BestOfKRun run, ModelKind kind, String model, Progress progress, Standstill standstill)
            throws InterruptedException {
        var after = -1;
        while (true) {
            sign(run, kind, after + 1, progress);
            var some = scores.without(run, model, after, AT_ONCE);
            if (some.isEmpty()) {
                return true;
            }
            if (!score(run, some, kind, model, progress)) {
                return false;
            }
            standstill.over();
            after = some.getLast().place();
        }
    }

    private static void sign(BestOfKRun run, ModelKind kind, int done, Progress progress) {
        progress.at("scoring for " + kind.label(), done, run.samples());
    }

    private boolean score(BestOfKRun run, List<Unscored> some, ModelKind kind, String model, Progress progress)
            throws InterruptedException {
        Scored scored;
        try {
            scored = scored(
                    kind, model, some.stream().map(Unscored::conversation).toList());
        } catch (CannotTake e) {
            return some.size() == 1
                    ? passOver(run, some.getFirst(), kind, model, e)
                    : scoreEach(run, some, kind, model, progress);
        }
        scores.add(some, kind, scored);
        return scored.model().equals(model);
    }

    /** One text that a model cannot take must not hold up the others. */
    private boolean scoreEach(BestOfKRun run, List<Unscored> some, ModelKind kind, String model, Progress progress)
            throws InterruptedException {
        for (var one : some) {
            sign(run, kind, one.place(), progress);
            if (!score(run, List.of(one), kind, model, progress)) {
                return false;
            }
        }
        return true;
    }

    /** Only where the model takes another text just then: otherwise it is the model's fault. */
    private boolean passOver(BestOfKRun run, Unscored one, ModelKind kind, String model, CannotTake why)
            throws InterruptedException {
        if (!why.isTheTexts() && !scored(kind, model, List.of(PLAIN)).model().equals(model)) {
            return false;
        }
        scores.passOver(run, one, model, why.reason());
        return true;
    }

    /** @throws CannotTake where the model fails on them, in whatever way */
    private Scored scored(ModelKind kind, String model, List<List<Message>> conversations) throws InterruptedException {
        try {
            return rewards.scores(kind, conversations);
        } catch (NoRewardModel | ScoringBusy | DataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new CannotTake(model, e);
        }
    }
}
