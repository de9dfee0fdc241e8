package dev.paddock.reward;

import dev.paddock.samples.PairReady;
import dev.paddock.samples.PairsAdded;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * One thread of each process that scores whatever is finished: at once when it is told of a pair, and every few seconds for what nobody told
 * it of (another process's pairs, or what a killed one left). Every now and then it looks at all samples, not only at the latest.
 */
@Component
class BackgroundScorer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundScorer.class);

    private final Scoring scoring;
    private final RewardSettings settings;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;

    BackgroundScorer(Scoring scoring, RewardSettings settings, Clock clock) {
        this.scoring = scoring;
        this.settings = settings;
        this.clock = clock;
    }

    @TransactionalEventListener
    void pairReady(PairReady ready) {
        nudges.release();
    }

    @TransactionalEventListener
    void pairsAdded(PairsAdded added) {
        nudges.release();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            // Known before it runs: work that looks first would take itself for stopped.
            // On a platform thread: the computing would hold one of the few threads that carry all virtual ones.
            var working = Thread.ofPlatform().daemon().name("reward-scorer").unstarted(this::work);
            thread = working;
            working.start();
        }
    }

    private void work() {
        var rounds = new Rounds(scoring, clock, this::isRunning);
        while (isRunning()) {
            try {
                if (!rounds.round() && nudges.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    /** The database is away, most likely. */
    private void pause(RuntimeException reason) {
        if (isRunning()) {
            log.warn("Scoring rests for {}: {}", settings.sweep(), reason.toString());
            try {
                Thread.sleep(settings.sweep());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            join(working);
        }
    }

    /** A session must not be closed under a running call, nor the database under a transaction. */
    private static void join(Thread working) {
        try {
            working.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
