package dev.paddock.rewardmodel;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that is to be opened for somebody who may leave: then it is not begun, or closed as soon as it is open. */
final class Awaited<T extends AutoCloseable> extends CompletableFuture<T> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Awaited.class);

    private final Callable<T> opening;

    Awaited(Callable<T> opening) {
        this.opening = opening;
    }

    @Override
    public void run() {
        if (isCancelled()) {
            return;
        }
        try {
            var opened = opening.call();
            if (!complete(opened)) {
                close(opened);
            }
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    /** It may have been opened in this very moment. */
    void leave() {
        if (!cancel(false)) {
            thenAccept(Awaited::close);
        }
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            log.warn("A model that nobody waits for any more could not be closed: {}", e.toString());
        }
    }
}
