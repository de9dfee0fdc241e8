package dev.paddock.trainings;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.BackgroundThread;
import dev.paddock.shared.DatabaseAway;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the trainings that wait, one after the other; one that waits for the model which it is measured against lets the others pass. One
 * whose process went away is begun again by another, or after the restart.
 */
@Component
class TrainingWorker extends BackgroundThread {

    private static final Logger log = LoggerFactory.getLogger(TrainingWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);

    private final TrainingRunTable table;
    private final TrainingWork work;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    TrainingWorker(TrainingRunTable table, TrainingWork work, TrainingSettings settings) {
        super("trains reward models", settings.enabled(), LOOK);
        this.table = table;
        this.work = work;
    }

    @Override
    protected boolean work() {
        var claimed = table.claim(owner);
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void run(TrainingRun run) {
        try (var _ = table.whileWorking(run.id(), owner, this::isWanted)) {
            var outcome = work.run(run, progress(run), made -> save(run, made));
            log.info(
                    "Training {} made the candidate {}",
                    run.number(),
                    outcome.model().name());
        } catch (PutOff waits) {
            putBack(run, waits);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // Where this process ends, the run stays claimed, and is begun again by another.
            if (DatabaseAway.is(e)) {
                log.warn(
                        "Training {} begins again in a minute: {}",
                        run.number(),
                        String.valueOf(getMostSpecificCause(e)));
                table.brokeOff(run.id(), owner);
            } else if (isWanted()) {
                table.ended(run.id(), owner, told(run, e));
            }
        }
    }

    private void putBack(TrainingRun run, PutOff waits) {
        if (!table.putBack(run.id(), owner, String.valueOf(waits.getMessage()), REST)) {
            table.ended(run.id(), owner, told(run, new CancellationException()));
        }
    }

    private void save(TrainingRun run, TrainingWork.Outcome outcome) {
        if (!table.done(run.id(), owner, outcome.model().name(), outcome.against(), outcome.report())) {
            throw new CancellationException();
        }
    }

    private static String told(TrainingRun run, Throwable ended) {
        return switch (ended) {
            case CancellationException _ -> "It was given to another process.";
            case IllegalArgumentException reason -> String.valueOf(reason.getMessage());
            case Refusal reason -> String.valueOf(reason.getMessage());
            default -> {
                log.error("Training {} failed", run.number(), ended);
                yield "It broke off by a fault of Paddock's own. The log says more.";
            }
        };
    }

    private Progress progress(TrainingRun run) {
        return new Throttled((phase, done, total) -> {
            if (!isWanted() || !table.alive(run.id(), owner, phase, done, total)) {
                throw new CancellationException();
            }
        });
    }
}
