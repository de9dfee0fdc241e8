package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of one open model. A batch that did not fit into the memory halves its budget, which never grows again: whether there is more
 * room by now only another failure could tell. A model that is opened again begins anew.
 */
public final class Batching {

    private static final Logger log = LoggerFactory.getLogger(Batching.class);

    private final AtomicReference<BatchPolicy> policy;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean toldOfBroken = new AtomicBoolean();

    public Batching(BatchPolicy policy) {
        this.policy = new AtomicReference<>(policy);
    }

    boolean isOn() {
        return policy.get().isBatching();
    }

    /** @see BatchPolicy#next */
    List<Integer> next(List<Integer> lengths) {
        return policy.get().next(lengths);
    }

    /** @param paddedTokens of the batch that did not fit */
    void didNotFit(int paddedTokens, NotEnoughMemory reason) {
        var smaller = policy.updateAndGet(before -> before.atMost(paddedTokens / 2));
        if (told.compareAndSet(false, true)) {
            log.warn(
                    "A batch of {} tokens does not fit, so it is halved, and from now on they have {} at most: {}",
                    paddedTokens,
                    smaller.paddedTokens(),
                    reason.getMessage());
        }
    }

    /** @param texts of the batch on which the graph broke */
    void broke(int texts, RuntimeException reason) {
        if (toldOfBroken.compareAndSet(false, true)) {
            log.warn(
                    "A batch of {} texts is run again in halves, and so is any other that fails: {}",
                    texts,
                    reason.getMessage());
        }
    }
}
