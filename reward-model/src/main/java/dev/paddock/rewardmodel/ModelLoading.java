package dev.paddock.rewardmodel;

import dev.paddock.rewardmodel.onnx.NativeLibraries;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Opens models one after another, beside everything else. Two models opened at the same moment, each the first to touch the native
 * libraries, have ended the process with a segmentation fault; the threads also have a deep stack, as native graph code recurses.
 */
public final class ModelLoading {

    private static final int STACK_BYTES = 16 << 20;

    private static final ExecutorService THREAD = thread("opens models");
    private static final ExecutorService ASIDE = thread("looks at models");

    private static volatile boolean loaded;

    private ModelLoading() {}

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(null, task, name, STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param opening tells its own failures; what it throws is lost */
    public static void later(Runnable opening) {
        THREAD.execute(opening);
    }

    /**
     * The same, waiting for it.
     *
     * @throws IOException as {@code opening} throws it; so are its runtime exceptions, and anything else is their cause
     * @throws java.util.concurrent.CancellationException where the waiting is interrupted, and then nothing stays open
     */
    public static <T extends AutoCloseable> T now(Callable<T> opening) throws IOException {
        return opened(THREAD, opening);
    }

    /**
     * For a model that nobody needs yet: the others do not wait for this one, however long it takes.
     *
     * @throws IOException and others as {@link #now}
     */
    public static <T extends AutoCloseable> T aside(Callable<T> opening) throws IOException {
        try {
            if (!loaded) {
                outcome(THREAD.submit(ModelLoading::load));
            }
        } catch (InterruptedException e) {
            throw Dropped.interrupted();
        }
        return opened(ASIDE, opening);
    }

    /** On the thread that may be opening the first model just now. */
    private static void load() {
        NativeLibraries.load();
        loaded = true;
    }

    private static <T extends AutoCloseable> T opened(ExecutorService thread, Callable<T> opening) throws IOException {
        var awaited = new Awaited<>(opening);
        thread.execute(awaited);
        try {
            return outcome(awaited);
        } catch (InterruptedException e) {
            awaited.leave();
            throw Dropped.interrupted();
        }
    }

    private static <T> T outcome(Future<T> done) throws IOException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Returns when all that was asked for before has been done, but for what was asked for aside. */
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
