package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.JobState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known at once is told at once: it would only wait for its turn to fail. */
class NothingToLearnFromTest extends MeasuredWorld {

    private Training startOn(UUID... campaigns) {
        return trainings.start(olive, ModelKind.HELPFULNESS, List.of(campaigns), Margin.SMALL);
    }

    @Test
    void isRefusedWhereNobodyHasComparedAnything() {
        var empty = new Harvest(jdbc, "helpfulness").campaign;

        assertThatThrownBy(() -> startOn(empty, new Harvest(jdbc, "helpfulness").campaign))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.faults().getFirst().field()).isEqualTo("campaigns"))
                .hasMessageContaining("campaigns must hold at least one comparison to learn from");
        assertThat(trainings.list(olive, null, 10).rows()).isEmpty();
        assertThat(startOn(empty, harvest.campaign).state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void whatNobodyLearnsFromDoesNotCount() {
        var unsafe = new Harvest(jdbc, "helpfulness");
        var turn = unsafe.turn(unsafe.conversation(null, "", null), 1, "q", "a", "b");
        unsafe.said(turn).safety("chosen-safe", 1, 5).saved();

        assertThatThrownBy(() -> startOn(unsafe.campaign)).isInstanceOf(InvalidInput.class);
    }
}
