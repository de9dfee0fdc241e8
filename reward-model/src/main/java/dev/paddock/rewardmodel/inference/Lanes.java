package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Dropped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        var failure = new AtomicReference<@Nullable RuntimeException>();
        try {
            return pool.submit(() -> inputs.parallelStream()
                            .map(each -> unlessFailed(failure, work, each))
                            .toList())
                    .get();
        } catch (ExecutionException e) {
            throw Objects.requireNonNullElseGet(failure.get(), () -> new IllegalStateException(e.getCause()));
        } catch (InterruptedException dropped) {
            pool.shutdownNow();
            throw Dropped.interrupted();
        }
    }

    /** After one failed the others are not worth waiting for. */
    private static <T, R> R unlessFailed(
            AtomicReference<@Nullable RuntimeException> failure, Function<T, R> work, T input) {
        if (failure.get() != null) {
            throw new CancellationException();
        }
        try {
            return work.apply(input);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }
}
