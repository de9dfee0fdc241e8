package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.reward.RewardBench;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class OpponentTest {

    @Autowired
    Trainings trainings;

    @Autowired
    TrainingWorker worker;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    RewardBench rewards;
    Harvest harvest;
    Caller olive;

    @BeforeEach
    void compared() {
        rewards = RewardBench.in(context);
        jdbc.sql("delete from training_run").update();
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        harvest = new Harvest(jdbc, "helpfulness");
        olive = Caller.signedIn(harvest.ada, "Olive", Role.OWNER);
        for (var i = 0; i < 40; i++) {
            var turn = harvest.turn(
                    harvest.conversation(null, "", null),
                    1,
                    "Tell me about subject " + i,
                    "A fish in a dish made a wish!",
                    "Subject " + i + " is well documented. Please consult the usual sources.");
            harvest.said(turn).chose(turn.a()).degree("better").saved();
        }
    }

    @AfterEach
    void nothingServes() {
        jdbc.sql("delete from training_run").update();
        rewards.serveNone(ModelKind.HELPFULNESS);
    }

    @Test
    void aTrainingWaitsForTheServerOfTheModelThatServesAndSaysSo() {
        Set<String> phases = ConcurrentHashMap.newKeySet();
        var asked = new AtomicInteger();
        rewards.serve(ModelKind.HELPFULNESS, "on-a-server", answer -> {
            phases.addAll(jdbc.sql("select phase from training_run").query(String.class).list());
            if (asked.incrementAndGet() <= 2) {
                throw new ServerAway("is being restarted");
            }
            return answer.length();
        });
        var run = trainings.start(olive, ModelKind.HELPFULNESS, List.of(harvest.campaign), Margin.SMALL);

        worker.work();

        var ended = trainings.get(olive, run.id());
        assertThat(ended.state()).as(ended.failure()).isEqualTo(TrainingRun.State.DONE);
        assertThat(ended.against()).isEqualTo("on-a-server");
        assertThat(phases).contains("waiting for the helpfulness reward model that serves");
    }
}
