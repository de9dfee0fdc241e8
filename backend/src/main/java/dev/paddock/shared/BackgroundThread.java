package dev.paddock.shared;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One thread of this process that does what there is to do, from the start of the application to its stop. What goes wrong makes it rest,
 * not end: most likely the database is away.
 *
 * <p>A platform thread: computing would hold one of the few threads that carry all virtual ones.
 */
public abstract class BackgroundThread implements SmartLifecycle {

    /** Nothing that the thread uses may be closed while it is at work. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final boolean enabled;
    private final Duration rest;
    private volatile @Nullable Thread thread;

    /**
     * @param enabled whether it is to run at all
     * @param rest how long it waits where there is nothing to do
     */
    protected BackgroundThread(String name, boolean enabled, Duration rest) {
        this.name = name;
        this.enabled = enabled;
        this.rest = rest;
    }

    /** Does some of what there is to do. @return false where there is nothing for now */
    protected abstract boolean work();

    /** Until there may be something to do again. */
    protected void idle() throws InterruptedException {
        Thread.sleep(rest);
    }

    /** Whether work that is under way is to be gone on with; also where somebody else than this thread does it. */
    protected final boolean isWanted() {
        return !enabled || isRunning();
    }

    @Override
    public void start() {
        if (enabled) {
            // Known before it runs: work that looks first would take itself for stopped.
            var working = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
            thread = working;
            working.start();
        }
    }

    private void run() {
        try {
            while (isRunning()) {
                if (!worked()) {
                    idle();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worked() throws InterruptedException {
        try {
            return work();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            if (isRunning()) {
                log.warn("{} rests for {}: {}", name, rest, e.toString());
                Thread.sleep(rest);
            }
            return true;
        }
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            try {
                working.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
