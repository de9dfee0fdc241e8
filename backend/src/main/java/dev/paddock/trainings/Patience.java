package dev.paddock.trainings;

import dev.paddock.reward.NoRewardModel;
import dev.paddock.rewardmodel.Dropped;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Standstill;
import java.util.function.Supplier;

/** Waits for what keeps a reward model from scoring just now. */
final class Patience {

    private final String waiting;
    private final Progress progress;
    private final Standstill standstill;

    Patience(ModelKind kind, Progress progress, Standstill standstill) {
        this.waiting = "waiting for the " + kind.label() + " reward model";
        this.progress = progress;
        this.standstill = standstill;
    }

    /** @throws PutOff where nothing comes of it for some seconds */
    <T> T until(Supplier<T> asking) {
        while (true) {
            try {
                var answer = asking.get();
                standstill.over();
                return answer;
            } catch (NoRewardModel away) {
                rest(waiting + "; see Reward models");
            } catch (ScoringBusy busy) {
                rest(waiting + ", which has too much to do");
            }
        }
    }

    private void rest(String why) {
        progress.at(why, 0, 0);
        try {
            standstill.rest(why);
        } catch (InterruptedException stopping) {
            throw Dropped.interrupted();
        }
    }
}
