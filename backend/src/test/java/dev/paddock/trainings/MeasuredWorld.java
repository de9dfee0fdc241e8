package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Questions;
import dev.paddock.reward.Candidates;
import dev.paddock.reward.RewardSwitch;
import dev.paddock.reward.Rewards;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Standstills;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;

/** Comparisons to train on, in each of which the short answer was chosen, three of them held out, and a fake model to be measured against. */
abstract class MeasuredWorld extends TrainingWorld {

    static final int HELD_OUT = 3;
    private static final int LEARNABLE = 22;

    @BeforeEach
    void compared() {
        Questions.learntFrom("Tell me about subject", LEARNABLE).forEach(this::compare);
        Questions.heldOut("Tell me about subject", HELD_OUT).forEach(this::compare);
    }

    final void compare(String prompt) {
        var turn = harvest.turn(
                harvest.conversation(null, "", null),
                1,
                prompt,
                "A fish in a dish made a wish!",
                "This is well documented. Please consult the usual sources.");
        harvest.said(turn).chose(turn.a()).degree("better").saved();
    }

    Training trained() {
        var asked = start();
        worker.work();
        return trainings.get(olive, asked.id());
    }

    final TrainingWorker withPairsFrom(Path seed) {
        var settings = new TrainingSettings(seed.toString());
        return new TrainingWorker(
                context.getBean(TrainingTable.class),
                new TrainingWork(
                        context.getBean(Selections.class),
                        context.getBean(Rewards.class),
                        context.getBean(Candidates.class),
                        settings,
                        context.getBean(Standstills.class)),
                settings,
                context.getBean(RewardSwitch.class));
    }

    void serves(ToDoubleFunction<String> taste) {
        rewards.serve(ModelKind.HELPFULNESS, "asked-a-lot", taste);
    }

    static TrainingReport report(Training training) {
        assertThat(training.state()).as(training.failure()).isEqualTo(JobState.DONE);
        return Objects.requireNonNull(training.report());
    }
}
