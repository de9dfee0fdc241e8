package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.reward.Candidates;
import dev.paddock.reward.FakeModels;
import dev.paddock.reward.RewardSwitch;
import dev.paddock.reward.Rewards;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Standstills;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comparisons to train on, in each of which the short answer was chosen, three of them held out, and a fake model to be measured against. */
@BackendTest
abstract class MeasuredWorld {

    static final int HELD_OUT = 3;
    private static final int LEARNABLE = 22;

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingWorker worker;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    FakeModels rewards;
    Harvest harvest;
    Caller olive;

    @BeforeEach
    void compared() {
        rewards = FakeModels.in(context);
        jdbc.sql("delete from training").update();
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        harvest = new Harvest(jdbc, "helpfulness");
        harvest.judgesAlone();
        olive = new Cast(context).olive();
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

    @AfterEach
    void nothingServes() {
        jdbc.sql("delete from training").update();
        rewards.serveNone(ModelKind.HELPFULNESS);
    }

    Training start() {
        return trainings.start(olive, ModelKind.HELPFULNESS, List.of(harvest.campaign), Margin.SMALL);
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
