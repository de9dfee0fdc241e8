package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Dropped;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/**
 * Does the same to many things on several threads of its own, and keeps their order. Threads exist only while there is work; a
 * virtual one never does it itself, as native code would hold one of the few threads that carry all virtual ones. Where the caller is
 * interrupted, as nobody waits for it any more, so is each of its lanes.
 */
final class Lanes {

    private Lanes() {}

    static <T, R> List<R> map(int lanes, List<T> inputs, Function<T, R> work) {
        if (!Thread.currentThread().isVirtual() && (inputs.size() < 2 || lanes < 2)) {
            return inputs.stream().map(work).toList();
        }
        try (var pool = new ForkJoinPool(Math.clamp(inputs.size(), 1, Math.max(1, lanes)))) {
            return map(pool, inputs, work);
        }
    }

    private static <T, R> List<R> map(ForkJoinPool pool, List<T> inputs, Function<T, R> work) {
        try {
            return pool.submit(() -> inputs.parallelStream().map(work).toList()).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException dropped) {
            pool.shutdownNow();
            throw Dropped.interrupted();
        }
    }
}
