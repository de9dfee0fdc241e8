package dev.paddock.rewardmodel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens models one after another, beside everything else. Two models opened at the same moment, each the first to touch the native
 * libraries, have ended the process with a segmentation fault; the thread also has a deep stack, as native graph code recurses.
 */
public final class ModelLoading {

    private static final int STACK_BYTES = 16 << 20;

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(null, task, "opens models", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private ModelLoading() {}

    /** @param opening tells its own failures; what it throws is lost */
    public static void later(Runnable opening) {
        THREAD.execute(opening);
    }

    /** The same, waiting for it. @throws Exception what {@code opening} throws */
    public static <T> T now(Callable<T> opening) throws Exception {
        try {
            return THREAD.submit(opening).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Returns when all that was asked for before has been done. */
    public static void await() {
        try {
            THREAD.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
