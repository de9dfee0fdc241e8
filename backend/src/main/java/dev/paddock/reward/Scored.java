package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.List;

/**
 * What was asked for, scored.
 *
 * @param model its name
 * @param provider the execution provider it ran on
 * @param scores one for each conversation, in their order; logits, comparable within this model only
 * @param remembered how many of them were scored before, by this model and word for word, and not computed again
 * @param microsWaiting how long the last one of the others stood in line before it was computed, behind other callers' and those of this call
 * @param microsTokenising spent on the others, over all cores
 * @param microsInference likewise
 */
public record Scored(
        String model,
        String provider,
        String precision,
        List<Double> scores,
        int remembered,
        long microsWaiting,
        long microsTokenising,
        long microsInference) {

    /** On average, of those that were computed; 0 where none was. */
    public long microsEach() {
        return (microsTokenising + microsInference) / Math.max(1, scores.size() - remembered);
    }

    /** @param computed those that were not remembered */
    static Scored of(String name, RewardModel model, List<Double> scores, int remembered, List<Score> computed) {
        return new Scored(
                name,
                model.provider().label(),
                model.card().precision().label(),
                scores,
                remembered,
                computed.stream().mapToLong(Score::microsWaiting).max().orElse(0),
                computed.stream().mapToLong(Score::microsTokenising).sum(),
                computed.stream().mapToLong(Score::microsInference).sum());
    }
}
