package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Scoring for work inside Paddock, on nobody's behalf: whoever calls decides who gets to see it. */
@Service
public class Rewards {

    private static final List<Message> PLAIN = List.of(Message.user("Hello."), Message.assistant("Hello."));

    private final ServingModels serving;
    private final ScoreMemory memory;

    Rewards(ServingModels serving, ScoreMemory memory) {
        this.serving = serving;
        this.memory = memory;
    }

    /** The model that serves here now. @throws NoRewardModel where none does, with the reason */
    public ServingModel serving(ModelKind kind) {
        return serving.use(kind, (name, model) -> new ServingModel(kind, name, model.era()));
    }

    /**
     * Scores the last message of each conversation, whatever was scored before.
     *
     * @return empty where by now another model serves than that one, or it was opened anew, or another one answered in its place
     * @throws NoRewardModel where none of that kind serves, or the server that it is on is away
     * @throws ScoringBusy where it has too much to do, or a single one shared a batch with others' that took too long
     * @throws dev.paddock.rewardmodel.scoring.NotScorable where one of them cannot be scored; then none is
     * @throws dev.paddock.rewardmodel.onnx.TooLarge where one of them is more than the memory holds or the time allows; or all are, and
     *     each is to be asked by itself
     */
    public Optional<Scored> scores(ServingModel by, List<List<Message>> conversations) {
        return asked(by, conversations, (name, model) -> {
            var scores = model.scoreAll(conversations);
            return Scored.of(name, model, scores.stream().map(Score::value).toList(), 0, scores);
        });
    }

    /** The same, but what it has scored of late it is not asked again. */
    public Optional<Scored> scoresOfLate(ServingModel by, List<List<Message>> conversations) {
        return asked(by, conversations, (name, model) -> memory.scored(name, model, conversations));
    }

    /** Whether it is that model still and scores a plain text just now. It throws as {@link #scores} does. */
    public boolean scoresSomething(ServingModel by) {
        return scores(by, List.of(PLAIN)).isPresent();
    }

    private Optional<Scored> asked(
            ServingModel by, List<List<Message>> conversations, BiFunction<String, RewardModel, Scored> scoring) {
        try {
            return serving.use(by.kind(), (name, model) -> {
                var scored = scoring.apply(name, model);
                return by.equals(new ServingModel(by.kind(), name, model.era()))
                        ? Optional.of(scored)
                        : Optional.empty();
            });
        } catch (ServerAway away) {
            throw new NoRewardModel(away);
        } catch (RanTooLong tooLong) {
            // Nothing is known of it yet: in another batch it may go well, or have a name.
            throw tooLong.isOfSeveral() && conversations.size() == 1 ? new ScoringBusy() : tooLong;
        }
    }
}
