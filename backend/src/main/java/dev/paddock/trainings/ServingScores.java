package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.Rival;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.PutOff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model that serves gives, for one candidate to be measured against it. What keeps it from scoring just now is waited for, but no
 * longer than some seconds where it is away.
 */
final class ServingScores {

    private static final Logger log = LoggerFactory.getLogger(ServingScores.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Candidates candidates;
    private final Progress progress;
    private final Rival by;
    private String refusal = "";

    private ServingScores(Candidates candidates, Progress progress, Rival by) {
        this.candidates = candidates;
        this.progress = progress;
        this.by = by;
    }

    /** Of the model that serves now. @throws PutOff where none comes to serve */
    static ServingScores of(ModelKind kind, Candidates candidates, Progress progress) {
        return new ServingScores(candidates, progress, patiently(kind, progress, () -> candidates.serving(kind)));
    }

    /** The name of the model. */
    String model() {
        return by.name();
    }

    /**
     * @return NaN where the model cannot take this conversation
     * @throws IllegalArgumentException where another one serves by now
     * @throws PutOff where it stays away, or another one answered in its place
     */
    double score(List<Message> conversation) {
        try {
            return patiently(by.kind(), progress, () -> candidates.score(by, conversation));
        } catch (NotScorable | NotEnoughMemory | RanTooLong refused) {
            refusal = refused.toString();
            return Double.NaN;
        }
    }

    void tellLeftOut(long training, int pairs) {
        if (pairs > 0) {
            log.warn(
                    "Of training {} {} held-out pairs do not judge, as {} gives answers no score; the last time: {}",
                    training,
                    pairs,
                    model(),
                    refusal);
        }
    }

    private static <T> T patiently(ModelKind kind, Progress progress, Supplier<T> asking) {
        var since = System.nanoTime();
        while (true) {
            try {
                return asking.get();
            } catch (NoRewardModel away) {
                var waiting = waiting(kind, progress);
                if (System.nanoTime() - since > LONGEST.toNanos()) {
                    throw new PutOff(waiting);
                }
            } catch (ScoringBusy passing) {
                waiting(kind, progress);
            }
            pause();
        }
    }

    private static String waiting(ModelKind kind, Progress progress) {
        var waiting = "waiting for the " + kind.label() + " reward model; see Reward models";
        progress.at(waiting, 0, 0);
        return waiting;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
