package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Samples for a model that scores many at once in less time than one after another. */
class BatchedScoringTest extends ScoredWorld {

    final FakeRewardModel model = new FakeRewardModel(ModelKind.HELPFULNESS);

    @BeforeEach
    void serve() {
        serve(ModelKind.HELPFULNESS, "batching-" + UUID.randomUUID(), model);
        model.batches = true;
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
