package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples for a model that scores many at once in less time than one after another. */
@BackendTest
class BatchedScoringTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Backlog backlog;

    @Autowired
    Samples samples;

    @Autowired
    PredictedGaps gaps;

    @Autowired
    ServingModels models;

    final String name = "batching-" + UUID.randomUUID();
    final FakeRewardModel model = new FakeRewardModel(ModelKind.HELPFULNESS);
    Harvest harvest;

    @BeforeEach
    void serve() {
        harvest = new Harvest(jdbc, "helpfulness");
        harvest.scoredSoFar(name, "helpfulness");
        models.serve(ModelKind.HELPFULNESS, new Standing.Serving(name, model));
        models.serve(ModelKind.SAFETY, new Standing.Opening());
        lookAtAll();
        model.batches = true;
        model.asked.clear();
        model.together.clear();
    }

    /** By a process that knows of no look before. */
    private void lookAtAll() {
        var order = new ScoringOrder(
                new Scoring(models, backlog, samples, gaps, Clock.systemUTC()), Clock.systemUTC(), () -> true);
        while (order.scoreSome()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void comeToItInOneCallAndEachHasItsOwnScore() {
        model.poisoned = false;
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "A long answer.", "Short.");

        lookAtAll();

        var scores = samples.scores(List.of(turn.a(), turn.b()));
        assertThat(scores.get(turn.a())).singleElement().satisfies(score -> {
            assertThat(score.value()).isEqualTo(14);
            assertThat(score.micros()).isEqualTo(7);
        });
        assertThat(scores.get(turn.b()))
                .singleElement()
                .satisfies(score -> assertThat(score.value()).isEqualTo(6));
        assertThat(model.together).anyMatch(many -> many >= 2);
    }

    @Test
    void oneThatFailsHoldsUpNoOther() {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "poison", "Fine.");

        lookAtAll();

        assertThat(samples.scores(List.of(turn.a(), turn.b()))).containsOnlyKeys(turn.b());
        assertThat(model.together).isNotEmpty();
    }
}
