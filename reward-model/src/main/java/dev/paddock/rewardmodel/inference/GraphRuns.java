package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.inference.Outcome.Failed;
import dev.paddock.rewardmodel.inference.Outcome.Scored;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a graph over texts, as they are, in one batch.
 *
 * @param pad id of the token that fills up shorter rows
 */
record GraphRuns(ModelCard card, OnnxModel onnx, long pad) {

    /**
     * In the given order.
     *
     * @throws dev.paddock.rewardmodel.onnx.TooLarge where the batch as a whole is
     * @throws RunFailed where the graph breaks on it
     */
    List<Outcome> atOnce(List<Prepared> texts) {
        var started = System.nanoTime();
        var batch = new Batch(
                texts.stream().map(Prepared::sequence).toList(),
                texts.stream().map(Prepared::features).toList(),
                pad);
        var output = onnx.run(batch.inputs(onnx.inputs()), Set.of(card.output()));
        var rewards = Objects.requireNonNull(output.get(card.output()));
        if (rewards.length != texts.size()) {
            throw new RunFailed("The model gave " + rewards.length + " numbers for " + texts.size() + " conversations");
        }
        var micros = (System.nanoTime() - started) / 1000 / texts.size();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> outcome(texts.get(i), rewards[i], started, micros))
                .toList();
    }

    private Outcome outcome(Prepared text, float reward, long started, long micros) {
        return Float.isFinite(reward)
                ? new Scored(new Score(
                        reward,
                        onnx.provider(),
                        card.precision(),
                        text.length(),
                        text.waited(started),
                        text.micros(),
                        micros))
                : new Failed(
                        new NotScorable("The model gives it " + reward + ", which is no score.", text.conversation()));
    }
}
