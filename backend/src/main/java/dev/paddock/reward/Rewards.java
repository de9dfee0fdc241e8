package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.List;
import org.springframework.stereotype.Service;

/** Scoring for work inside Paddock, on nobody's behalf: whoever calls decides who gets to see it. */
@Service
public class Rewards {

    private final ServingModels serving;

    Rewards(ServingModels serving) {
        this.serving = serving;
    }

    /**
     * The name of the model that serves here now.
     *
     * @throws NoRewardModel where none does, with the reason
     */
    public String serving(ModelKind kind) {
        return serving.use(kind, (name, _) -> name);
    }

    /**
     * Scores the last message of each conversation; all by one model, which the result names.
     *
     * @throws NoRewardModel where none of that kind serves, or the server that it is on is away
     * @throws dev.paddock.rewardmodel.scoring.ScoringBusy where it has too much to do
     * @throws dev.paddock.rewardmodel.scoring.NotScorable where one of them cannot be scored; then none is
     */
    public Scored scores(ModelKind kind, List<List<Message>> conversations) {
        try {
            return serving.use(kind, (name, model) -> scored(name, model, conversations));
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
