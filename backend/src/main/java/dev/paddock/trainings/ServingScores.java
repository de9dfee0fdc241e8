package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.ServingModel;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Standstill;
import java.time.Clock;
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
    private static final List<Message> PLAIN = List.of(Message.user("Hello."), Message.assistant("Hello."));

    private final Candidates candidates;
    private final Progress progress;
    private final Standstill standstill;
    private final String waiting;
    private final ServingModel by;
    private String refusal = "";

    /**
     * Of the model that serves now. It is asked for one score at once: a server that is away is better met before everything is computed.
     *
     * @throws PutOff where none comes to serve
     */
    ServingScores(ModelKind kind, Candidates candidates, Progress progress, Clock clock) {
        this.candidates = candidates;
        this.progress = progress;
        this.standstill = new Standstill(clock);
        this.waiting = "waiting for the " + kind.label() + " reward model";
        this.by = patiently(() -> candidates.serving(kind));
        patiently(this::scoresSomething);
    }

    private boolean scoresSomething() {
        try {
            candidates.requireScores(by.kind(), PLAIN);
            return true;
        } catch (NotScorable | NotEnoughMemory | RanTooLong refused) {
            // It is there, whatever it has against this text.
            return true;
        }
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
            return patiently(() -> candidates.score(by, conversation));
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

    private <T> T patiently(Supplier<T> asking) {
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
        standstill.met(why);
        if (standstill.isTooLong()) {
            throw new PutOff(why);
        }
        pause();
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
