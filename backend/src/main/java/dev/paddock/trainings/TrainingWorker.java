package dev.paddock.trainings;

import dev.paddock.reward.RewardSwitch;
import dev.paddock.rewardmodel.retraining.TooFewPairs;
import dev.paddock.shared.JobWorker;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Trains. A training that broke off is begun again from its beginning; the vectors are kept. */
@Component
class TrainingWorker extends JobWorker<Training> {

    private static final Logger log = LoggerFactory.getLogger(TrainingWorker.class);

    private final TrainingTable table;
    private final TrainingWork work;

    TrainingWorker(TrainingTable table, TrainingWork work, TrainingSettings settings, RewardSwitch rewards) {
        super("trains reward models", rewards.isOn(), table);
        if (rewards.isOn()) {
            settings.requireSeed();
        }
        this.table = table;
        this.work = work;
    }

    @Override
    protected void run(Training training, String owner) throws IOException {
        var progress = new Throttled((phase, done, total) -> at(training, phase, done, total));
        var outcome = work.run(training, progress, made -> save(training, owner, made));
        log.info(
                "Training {} made the candidate {}",
                training.number(),
                outcome.model().name());
    }

    private void save(Training training, String owner, TrainingWork.Outcome outcome) {
        if (!table.done(training.id(), owner, outcome.model().name(), outcome.against(), outcome.report())) {
            throw new CancellationException();
        }
    }

    /** What leads can do something about, or can tell whoever runs Paddock. */
    @Override
    protected Optional<String> reason(Throwable failure) {
        return failure instanceof TooFewPairs || failure instanceof SeedAtFault
                ? Optional.ofNullable(failure.getMessage())
                : super.reason(failure);
    }
}
