package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.inference.Outcome.Failed;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.scoring.NotScorable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs of a graph over batches of texts. What fails together is run again in two halves, until it is known which text it is that fails: the
 * others have their scores. But not what ran too long: halves might do so again and again, while nobody else is served.
 *
 * @param runs {@link GraphRuns#atOnce}
 * @param known a text that was scored before
 */
record Inference(Function<List<Prepared>, List<Outcome>> runs, Batching batching, Supplier<Prepared> known) {

    /**
     * In the given order.
     *
     * @throws RanTooLong where several did together
     */
    List<Outcome> run(List<Prepared> texts) {
        try {
            return runs.apply(texts);
        } catch (TooLarge | RunFailed e) {
            if (texts.size() == 1) {
                return List.of(own(texts.getFirst(), e));
            }
            if (e instanceof RanTooLong) {
                throw e;
            }
            tell(texts, e);
            var middle = texts.size() / 2;
            return Stream.of(texts.subList(0, middle), texts.subList(middle, texts.size()))
                    .flatMap(half -> run(half).stream())
                    .toList();
        }
    }

    private void tell(List<Prepared> texts, RuntimeException failure) {
        if (failure instanceof NotEnoughMemory notEnough) {
            batching.didNotFit(paddedTokens(texts), notEnough);
        } else {
            batching.broke(texts.size(), failure);
        }
    }

    private static int paddedTokens(List<Prepared> texts) {
        return texts.size() * texts.stream().mapToInt(Prepared::length).max().orElseThrow();
    }

    private Outcome own(Prepared text, RuntimeException failure) {
        return failure instanceof TooLarge tooLarge
                ? new Failed(tooLarge.over(text.conversation()))
                : again(text, failure);
    }

    /**
     * It is the text's own, a text of more tokens than the graph has positions for, where the graph still takes another one, and then breaks
     * on it once more: the first time it may have been the device.
     */
    private Outcome again(Prepared text, RuntimeException broke) {
        try {
            var _ = runs.apply(List.of(known.get()));
        } catch (RuntimeException itself) {
            return new Failed(broke);
        }
        try {
            return runs.apply(List.of(text)).getFirst();
        } catch (RunFailed still) {
            return new Failed(new NotScorable("The graph breaks on it: " + still.getMessage(), text.conversation()));
        } catch (TooLarge tooLarge) {
            return new Failed(tooLarge.over(text.conversation()));
        }
    }
}
