package dev.paddock.bestofk.work;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.BackgroundThread;
import dev.paddock.shared.DatabaseAway;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Refusal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the runs that wait, one after the other; one that waits for what is away lets the others pass. One whose process went away is gone
 * on with by another, or after the restart.
 */
@Component
class BestOfKWorker extends BackgroundThread {

    private static final Logger log = LoggerFactory.getLogger(BestOfKWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);

    private final RunClaims claims;
    private final Sampling sampling;
    private final Judging judging;
    private final Ranking ranking;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    BestOfKWorker(RunClaims claims, Sampling sampling, Judging judging, Ranking ranking, BestOfKSettings settings) {
        super("best of k", settings.enabled(), LOOK);
        this.claims = claims;
        this.sampling = sampling;
        this.judging = judging;
        this.ranking = ranking;
    }

    @Override
    protected boolean work() {
        var claimed = claims.claim(owner);
        claimed.ifPresent(this::toItsEnd);
        return claimed.isPresent();
    }

    private void toItsEnd(BestOfKRun run) {
        try (var _ = claims.whileWorking(run.id(), owner, this::isWanted)) {
            run(run);
            log.info("Best-of-K run {} is done", run.number());
        } catch (InterruptedException stopping) {
            // It stays claimed, and is gone on with by another.
            Thread.currentThread().interrupt();
        } catch (PutOff waits) {
            putBack(run, waits);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (DatabaseAway.is(e)) {
                log.warn(
                        "Best-of-K run {} goes on in a minute: {}",
                        run.number(),
                        String.valueOf(getMostSpecificCause(e)));
                claims.brokeOff(run.id(), owner);
            } else if (isWanted()) {
                claims.ended(run.id(), owner, told(run, e));
            }
        }
    }

    private void putBack(BestOfKRun run, PutOff waits) {
        if (!claims.putBack(run.id(), owner, String.valueOf(waits.getMessage()), REST)) {
            claims.ended(run.id(), owner, told(run, new CancellationException()));
        }
    }

    private void run(BestOfKRun run) throws InterruptedException {
        var progress = progress(run);
        sampling.run(run, owner, progress);
        var models = new EnumMap<ModelKind, String>(ModelKind.class);
        for (var kind : run.rankedBy().kinds()) {
            models.put(kind, judging.score(run, kind, progress));
        }
        ranking.end(run, owner, models, progress);
    }

    private static String told(BestOfKRun run, Throwable ended) {
        return switch (ended) {
            case CancellationException _ -> "It was given to another process.";
            case Refusal reason -> String.valueOf(reason.getMessage());
            default -> {
                log.error("Best-of-K run {} failed", run.number(), ended);
                yield "It broke off by a fault of Paddock's own. The log says more.";
            }
        };
    }

    private Progress progress(BestOfKRun run) {
        return (phase, done, total) -> {
            if (!isWanted() || !claims.alive(run.id(), owner, phase, done, total)) {
                throw new CancellationException();
            }
        };
    }
}
