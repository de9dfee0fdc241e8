package dev.paddock.reward;

import dev.paddock.samples.PairReady;
import dev.paddock.samples.PairsAdded;
import dev.paddock.shared.BackgroundThread;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Scores whatever is finished: at once when it is told of a pair, and every few seconds for what nobody told it of (another process's
 * pairs, or what a killed one left). Every now and then it looks at all samples, not only at the latest.
 */
@Component
class BackgroundScorer extends BackgroundThread {

    private final Scoring scoring;
    private final Clock clock;
    private final Duration sweep;
    private final Semaphore nudges = new Semaphore(0);
    private ScoringOrder order;

    BackgroundScorer(Scoring scoring, RewardSettings settings, Clock clock) {
        super("scores samples", settings.enabled(), settings.sweep());
        this.scoring = scoring;
        this.clock = clock;
        this.sweep = settings.sweep();
        this.order = fresh();
    }

    private ScoringOrder fresh() {
        return new ScoringOrder(scoring, clock, this::isRunning);
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
        order = fresh();
        super.start();
    }

    @Override
    protected boolean work() {
        return order.scoreSome();
    }

    @Override
    protected void idle() throws InterruptedException {
        if (nudges.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
