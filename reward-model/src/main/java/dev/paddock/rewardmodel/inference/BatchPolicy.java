package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.onnx.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which conversations share a batch. On a CPU padding costs more than batching gains, and a model that is not batch-invariant must never see
 * two at once; otherwise those near the oldest in length are put together with it until the padded batch is full.
 *
 * @param paddedTokens the most tokens in a batch, padding included; 0 for batches of one
 */
public record BatchPolicy(int paddedTokens) {

    private static final int GPU_TOKENS = 16_384;

    /** Up to that many tokens a row costs a GPU next to nothing, however few of them are padding. */
    private static final int SHORT = 64;

    static BatchPolicy of(Provider provider, boolean batchInvariant) {
        return new BatchPolicy(provider == Provider.CPU || !batchInvariant ? 0 : GPU_TOKENS);
    }

    BatchPolicy atMost(int tokens) {
        return new BatchPolicy(Math.min(paddedTokens, tokens));
    }

    boolean isBatching() {
        return paddedTokens > 0;
    }

    /**
     * Which of those that wait go next: the oldest, so that none waits for ever, and then those nearest to it in length, older ones first,
     * as long as there is room and no row is padding for the greater part.
     *
     * @param lengths of the oldest first; not empty
     * @return indexes into them
     */
    List<Integer> next(List<Integer> lengths) {
        int oldest = lengths.getFirst();
        var nearest = IntStream.range(1, lengths.size())
                .boxed()
                .sorted(Comparator.comparing(index -> Math.abs(lengths.get(index) - oldest)))
                .toList();
        var batch = new ArrayList<>(List.of(0));
        var shortest = oldest;
        var longest = oldest;
        for (var index : nearest) {
            var shorter = Math.min(shortest, lengths.get(index));
            var longer = Math.max(longest, lengths.get(index));
            if (longer * (batch.size() + 1L) <= paddedTokens && longer <= Math.max(SHORT, 2L * shorter)) {
                batch.add(index);
                shortest = shorter;
                longest = longer;
            }
        }
        return batch;
    }
}
