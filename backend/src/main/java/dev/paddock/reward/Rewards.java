package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Scoring for work inside Paddock, on nobody's behalf: whoever calls decides who gets to see it. */
@Service
public class Rewards {

    private final ServingModels serving;

    Rewards(ServingModels serving) {
        this.serving = serving;
    }

    /** The model that serves here now. @throws NoRewardModel where none does, with the reason */
    public ServingModel serving(ModelKind kind) {
        return serving.use(kind, (name, model) -> new ServingModel(kind, name, model.era()));
    }

    /**
     * Scores the last message of each conversation.
     *
     * @return empty where by now another model serves than that one, or answered in its place
     * @throws NoRewardModel where none of that kind serves, or the server that it is on is away
     * @throws dev.paddock.rewardmodel.scoring.ScoringBusy where it has too much to do
     * @throws dev.paddock.rewardmodel.scoring.NotScorable where one of them cannot be scored; then none is
     */
    public Optional<Scored> scores(ServingModel by, List<List<Message>> conversations) {
        try {
            return serving.use(by.kind(), (name, model) -> {
                var scored = scored(name, model, conversations);
                return by.equals(new ServingModel(by.kind(), name, model.era()))
                        ? Optional.of(scored)
                        : Optional.empty();
            });
        } catch (ServerAway away) {
            throw new NoRewardModel(String.valueOf(away.getMessage()));
        }
    }

    private static Scored scored(String name, RewardModel model, List<List<Message>> conversations) {
        var scores = model.scoreAll(conversations);
        return new Scored(
                name,
                model.provider().label(),
                model.card().precision().label(),
                scores.stream().map(Score::value).toList(),
                0,
                scores.stream().mapToLong(Score::microsTokenising).sum(),
                scores.stream().mapToLong(Score::microsInference).sum());
    }
}
