package dev.paddock.trainings;

import dev.paddock.reward.NoRewardModel;
import dev.paddock.reward.Rewards;
import dev.paddock.reward.ServingModel;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Standstill;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model that serves gives, for one candidate to be measured against it: one and the same from beginning to end, or the figures would
 * be nobody's. What keeps it from scoring just now is waited for, but no longer than some seconds where it is away.
 */
final class ServingScores {

    private static final Logger log = LoggerFactory.getLogger(ServingScores.class);

    private final ServingModel by;
    private final Rewards rewards;
    private final Patience patience;
    private String refusal = "";
    private boolean takesHandfuls = true;

    private ServingScores(ServingModel by, Rewards rewards, Patience patience) {
        this.by = by;
        this.rewards = rewards;
        this.patience = patience;
    }

    /**
     * Of the model that serves now. It is asked for one score at once: a server that is away, or another model that went into service while
     * this one had too much to do, is better met before everything is computed.
     *
     * @throws PutOff where none comes to serve
     */
    static ServingScores awaited(ModelKind kind, Rewards rewards, Progress progress, Standstill standstill) {
        var patience = new Patience(kind, progress, standstill);
        var by = patience.until(() -> rewards.serving(kind));
        return patience.until(() -> isThere(by, rewards))
                ? new ServingScores(by, rewards, patience)
                : awaited(kind, rewards, progress, standstill);
    }

    private static boolean isThere(ServingModel by, Rewards rewards) {
        try {
            return rewards.scoresSomething(by);
        } catch (NotScorable | NotEnoughMemory | RanTooLong refused) {
            // It is, whatever it has against this text.
            return true;
        }
    }

    String modelName() {
        return by.name();
    }

    /**
     * In one handful, as servers and cores are made for, or one by one where it does not take that. What it has scored of late it is not
     * asked again.
     *
     * @return the score of each; NaN where the model cannot take it
     * @throws PutOff where it stays away, was opened anew, another one serves by now, or answered in its place
     */
    double[] scores(List<List<Message>> conversations) {
        return takesHandfuls && conversations.size() > 1
                ? patience.until(() -> handful(conversations)).orElseGet(() -> each(conversations))
                : each(conversations);
    }

    private Optional<double[]> handful(List<List<Message>> conversations) {
        try {
            return Optional.of(scored(conversations));
        } catch (NotScorable | NotEnoughMemory | RanTooLong ofOne) {
            return Optional.empty();
        } catch (NoRewardModel away) {
            // Perhaps only as its server's time is not enough for so many: the same handful would take it away again
            // and again.
            takesHandfuls = false;
            return Optional.empty();
        }
    }

    private double[] each(List<List<Message>> conversations) {
        return conversations.stream().mapToDouble(this::one).toArray();
    }

    private double one(List<Message> conversation) {
        try {
            return patience.until(() -> scored(List.of(conversation)))[0];
        } catch (NotScorable | NotEnoughMemory | RanTooLong refused) {
            refusal = refused.toString();
            return Double.NaN;
        }
    }

    private double[] scored(List<List<Message>> conversations) {
        var scored = rewards.scoresOfLate(by, conversations).orElseThrow(this::changed);
        return scored.scores().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private PutOff changed() {
        if (by.era().isOver()) {
            return new PutOff("begins again, as another model had answered in the place of " + by.name());
        }
        return new PutOff(
                serves()
                        ? "begins again, as " + by.name() + " was opened anew meanwhile"
                        : "begins again, as another model went into service in the place of " + by.name());
    }

    private boolean serves() {
        return rewards.serving(by.kind()).name().equals(by.name());
    }

    /**
     * To be called when there are no more scores to ask for: figures beside a model that serves no longer promote nothing.
     *
     * @throws PutOff where another one serves by now, or turned out to have answered in its place
     */
    void requireItself() {
        if (by.era().isOver() || !patience.until(this::serves)) {
            throw patience.until(this::changed);
        }
    }

    void tellLeftOut(long training, int pairs) {
        if (pairs > 0) {
            log.warn(
                    "Of training {} {} held-out pairs do not judge, as {} gives answers no score; the last time: {}",
                    training,
                    pairs,
                    modelName(),
                    refusal);
        }
    }
}
