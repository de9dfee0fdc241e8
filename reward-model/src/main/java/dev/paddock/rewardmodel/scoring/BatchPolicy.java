package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.onnx.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which conversations share a batch. On a CPU padding costs more than batching gains, and a model that is not batch-invariant must never see
 * two at once; otherwise neighbours by length are put together until the padded batch is full.
 *
 * @param paddedTokens the most tokens in a batch, padding included; 0 for batches of one
 */
record BatchPolicy(int paddedTokens) {

    private static final int GPU_TOKENS = 16_384;

    static BatchPolicy of(Provider provider, boolean batchInvariant) {
        return new BatchPolicy(provider == Provider.CPU || !batchInvariant ? 0 : GPU_TOKENS);
    }

    BatchPolicy atMost(int tokens) {
        return new BatchPolicy(Math.min(paddedTokens, tokens));
    }

    /** Batches of indexes into the given lengths; each index is in exactly one. */
    List<List<Integer>> batches(List<Integer> lengths) {
        var byLength = IntStream.range(0, lengths.size())
                .boxed()
                .sorted(Comparator.comparing(lengths::get))
                .toList();
        var batches = new ArrayList<List<Integer>>();
        for (var index : byLength) {
            if (batches.isEmpty() || lengths.get(index) * (batches.getLast().size() + 1L) > paddedTokens) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(index);
        }
        return batches;
    }
}
