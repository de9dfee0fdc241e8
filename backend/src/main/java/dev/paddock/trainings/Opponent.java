package dev.paddock.trainings;

import dev.paddock.reward.Candidates;
import dev.paddock.reward.NoRewardModel;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.rewardmodel.training.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What a candidate is measured against: the model that serves. It is waited for while its server is away, or it has too much to do. */
final class Opponent {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Candidates candidates;
    private final ModelKind kind;
    private final Progress progress;
    private final String name;

    Opponent(Candidates candidates, ModelKind kind, Progress progress) {
        this.candidates = candidates;
        this.kind = kind;
        this.progress = progress;
        this.name = patiently(() -> candidates.serving(kind));
    }

    String name() {
        return name;
    }

    /** @throws IllegalArgumentException where another one serves by now */
    double score(List<Message> conversation) {
        return patiently(() -> candidates.score(kind, name, conversation));
    }

    private <T> T patiently(Supplier<T> asking) {
        while (true) {
            try {
                return asking.get();
            } catch (NoRewardModel | ScoringBusy passing) {
                progress.at("waiting for the " + kind.label() + " reward model that serves", 0, 0);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
