package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.Rewards;
import dev.paddock.reward.ServingModel;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Standstill;
import dev.paddock.shared.Standstills;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Gives the samples of a run the scores they lack. */
@Component
class SampleScoring {

    private static final int AT_ONCE = 16;

    private final Rewards rewards;
    private final ScoreTable scores;
    private final Eras eras;
    private final RunClaims claims;
    private final Standstills standstills;

    SampleScoring(Rewards rewards, ScoreTable scores, Eras eras, RunClaims claims, Standstills standstills) {
        this.rewards = rewards;
        this.scores = scores;
        this.eras = eras;
        this.claims = claims;
        this.standstills = standstills;
    }

    /**
     * Waits some seconds while no model of that kind serves, or the one that does fails on everything or has too much to do. Where another
     * comes to serve on the way it begins again with that one: only scores of one model compare.
     *
     * @throws Conflict where another model had answered in its place, and scores of that while are on record
     * @throws PutOff where it comes to nothing for too long
     * @return the model that all of them have a score of, but for those that it could not take; another one may serve by now
     */
    String score(BestOfKRun run, ModelKind kind, Progress progress) throws InterruptedException {
        var standstill = standstills.begin();
        var atOnce = AT_ONCE;
        while (true) {
            var model = serving(kind, progress, standstill);
            try {
                eras.requireNoneOver(run, List.of(model.name()));
                if (scoreAll(run, model, atOnce, progress, standstill)) {
                    return model.name();
                }
            } catch (ScoringBusy busy) {
                rest(waiting(kind, "it has too much to do"), progress, standstill);
            } catch (NoRewardModel away) {
                // Perhaps only as its server's time is not enough for so many.
                atOnce = 1;
                rest(waiting(kind, String.valueOf(away.getMessage())), progress, standstill);
            } catch (CannotTake all) {
                rest(waiting(kind, String.valueOf(all.getMessage())), progress, standstill);
            }
        }
    }

    private ServingModel serving(ModelKind kind, Progress progress, Standstill standstill) throws InterruptedException {
        while (true) {
            try {
                return rewards.serving(kind);
            } catch (NoRewardModel none) {
                rest(waiting(kind, String.valueOf(none.getMessage())), progress, standstill);
            }
        }
    }

    private static String waiting(ModelKind kind, String why) {
        return "waiting for a " + kind.label() + " reward model: " + why;
    }

    private static void rest(String waiting, Progress progress, Standstill standstill) throws InterruptedException {
        progress.at(waiting, 0, 0);
        standstill.rest(waiting);
    }

    /** @return false where it is to begin again */
    private boolean scoreAll(BestOfKRun run, ServingModel model, int atOnce, Progress progress, Standstill standstill)
            throws InterruptedException {
        var after = -1;
        while (true) {
            sign(run, model, after + 1, progress);
            var some = scores.without(run, model.name(), after, atOnce);
            if (some.isEmpty()) {
                return true;
            }
            if (!score(run, some, model, progress)) {
                return false;
            }
            claims.gotOn(run.id());
            standstill.over();
            after = some.getLast().place();
        }
    }

    private static void sign(BestOfKRun run, ServingModel model, int done, Progress progress) {
        progress.at("scoring for " + model.kind().label(), done, run.samples());
    }

    private boolean score(BestOfKRun run, List<Unscored> some, ServingModel model, Progress progress)
            throws InterruptedException {
        try {
            return scoreOnce(run, some, model);
        } catch (CannotTake e) {
            return some.size() == 1
                    ? scoreAgain(run, some.getFirst(), model, e)
                    : scoreEach(run, some, model, progress);
        }
    }

    private boolean scoreOnce(BestOfKRun run, List<Unscored> some, ServingModel model) throws InterruptedException {
        var conversations = some.stream().map(Unscored::conversation).toList();
        var scored = asked(model, () -> rewards.scores(model, conversations));
        scored.ifPresent(all -> {
            eras.add(run, model);
            scores.add(some, model.kind(), all);
        });
        return scored.isPresent();
    }

    /** One text that a model cannot take must not hold up the others. */
    private boolean scoreEach(BestOfKRun run, List<Unscored> some, ServingModel model, Progress progress)
            throws InterruptedException {
        for (var one : some) {
            sign(run, model, one.place(), progress);
            if (!score(run, List.of(one), model, progress)) {
                return false;
            }
        }
        return true;
    }

    /** It is the text's own fault only where the model takes another one, and then fails on it once more: the first time may have been chance. */
    private boolean scoreAgain(BestOfKRun run, Unscored one, ServingModel model, CannotTake first)
            throws InterruptedException {
        if (first.isOfTheText()) {
            return passOver(run, one, model, first);
        }
        if (!asked(model, () -> rewards.scoresSomething(model))) {
            return false;
        }
        try {
            return scoreOnce(run, List.of(one), model);
        } catch (CannotTake still) {
            return passOver(run, one, model, still);
        }
    }

    private boolean passOver(BestOfKRun run, Unscored one, ServingModel model, CannotTake why) {
        eras.add(run, model);
        scores.passOver(run, one, model.name(), why.reason());
        return true;
    }

    /** @throws CannotTake where the model fails, in whatever way */
    private static <T> T asked(ServingModel model, Supplier<T> scoring) throws InterruptedException {
        try {
            return scoring.get();
        } catch (NoRewardModel | ScoringBusy | DataAccessException | TransactionException passing) {
            throw passing;
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new CannotTake(model.name(), e);
        }
    }
}
