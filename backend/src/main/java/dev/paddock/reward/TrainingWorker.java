package dev.paddock.reward;

import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.shared.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does the trainings that wait, one after the other. One whose process went away is begun again by another, or after the restart. */
@Component
class TrainingWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrainingWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final TrainingRunTable table;
    private final TrainingWork work;
    private final RewardSettings settings;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private volatile @Nullable Thread thread;

    TrainingWorker(TrainingRunTable table, TrainingWork work, RewardSettings settings) {
        this.table = table;
        this.work = work;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            var working =
                    Thread.ofPlatform().daemon().name("trains reward models").unstarted(this::work);
            thread = working;
            working.start();
        }
    }

    private void work() {
        while (isRunning()) {
            try {
                if (!next()) {
                    Thread.sleep(LOOK);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                rest(e);
            }
        }
    }

    /** The database is away, most likely. */
    private void rest(RuntimeException reason) {
        if (isRunning()) {
            log.warn("Training rests for {}: {}", LOOK, reason.toString());
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return false where none waits */
    boolean next() {
        var claimed = table.claim(owner);
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void run(TrainingRun run) {
        try {
            var outcome = work.run(run, progress(run), made -> save(run, made));
            log.info(
                    "Training {} made the candidate {}",
                    run.number(),
                    outcome.model().name());
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // Where this process ends, the run stays claimed, and is begun again by another.
            if (isWanted()) {
                table.ended(run.id(), owner, told(run, e));
            }
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
                yield "It broke off: " + ended + ". The log says more.";
            }
        };
    }

    private boolean isWanted() {
        return !settings.enabled() || isRunning();
    }

    private Progress progress(TrainingRun run) {
        return new Throttled((phase, done, total) -> {
            if (!isWanted() || !table.alive(run.id(), owner, phase, done, total)) {
                throw new CancellationException();
            }
        });
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            try {
                working.join(Duration.ofSeconds(5));
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
