package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.models.EndpointForm;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopenedModelTest extends ServerWorld {

    private static final List<Message> OTHER = List.of(Message.user("Hi"), Message.assistant("Ho"));

    @Test
    void whatAnotherModelSaidInItsPlaceDoesNotComeBackWhenItServesAgain() throws Exception {
        var model = promoted();
        server.more = 5;
        var wrong = models.score(grace, ModelKind.SAFETY, List.of(HELLO)).scores();
        endpoints.edit(olive, endpoint, new EndpointForm(name, server.address(), "other", 3));
        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(OTHER)))
                .isInstanceOf(NoRewardModel.class)
                .hasMessageContaining("has another model");

        promotions.rollBack(grace, ModelKind.SAFETY);
        follower.catchUp();
        server.more = 0;
        promotions.promote(grace, model, "its server is mended");
        follower.catchUp();

        var again = models.score(grace, ModelKind.SAFETY, List.of(HELLO));
        assertThat(again.model()).isEqualTo(model);
        assertThat(again.remembered()).isZero();
        assertThat(again.scores()).isNotEqualTo(wrong);
    }
}
