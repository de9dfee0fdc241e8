package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.scoring.Outcome.Failed;
import dev.paddock.rewardmodel.scoring.Outcome.Scored;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs of a graph over batches of texts. What fails together is run again in two halves, until it is known which text it is that fails: the
 * others have their scores.
 *
 * @param pad id of the token that fills up shorter rows
 * @param known a text that was scored before
 */
record Inference(ModelCard card, OnnxModel onnx, long pad, Batching batching, Supplier<Prepared> known) {

    /** In the given order. */
    List<Outcome> run(List<Prepared> texts) {
        try {
            return runAtOnce(texts);
        } catch (TooLarge | RunFailed e) {
            if (texts.size() == 1) {
                return List.of(new Failed(own(texts.getFirst(), e)));
            }
            if (e instanceof NotEnoughMemory notEnough) {
                batching.didNotFit(paddedTokens(texts), notEnough);
            }
            var middle = texts.size() / 2;
            return Stream.of(texts.subList(0, middle), texts.subList(middle, texts.size()))
                    .flatMap(half -> run(half).stream())
                    .toList();
        }
    }

    private static int paddedTokens(List<Prepared> texts) {
        return texts.size() * texts.stream().mapToInt(Prepared::length).max().orElseThrow();
    }

    private RuntimeException own(Prepared text, RuntimeException failure) {
        return failure instanceof TooLarge tooLarge ? tooLarge.over(text.conversation()) : blamed(text, failure);
    }

    /** It is the text's own, a text of more tokens than the graph has positions for, where the graph still takes another one. */
    private RuntimeException blamed(Prepared text, RuntimeException broke) {
        try {
            runAtOnce(List.of(known.get()));
        } catch (RuntimeException itself) {
            return broke;
        }
        return new NotScorable("The graph breaks on it: " + broke.getMessage(), text.conversation());
    }

    private List<Outcome> runAtOnce(List<Prepared> texts) {
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
                .mapToObj(i -> outcome(texts.get(i), rewards[i], micros))
                .toList();
    }

    private Outcome outcome(Prepared text, float reward, long micros) {
        return Float.isFinite(reward)
                ? new Scored(new Score(reward, onnx.provider(), card.precision(), text.length(), text.micros(), micros))
                : new Failed(
                        new NotScorable("The model gives it " + reward + ", which is no score.", text.conversation()));
    }
}
