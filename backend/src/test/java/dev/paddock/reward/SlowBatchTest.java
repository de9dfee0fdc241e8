package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.onnx.TooLong;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A batch that took too long, of texts of several callers perhaps: it says nothing of any one of them. */
@BackendTest
class SlowBatchTest {

    private static final List<Message> SHORT = List.of(Message.user("Hi"), Message.assistant("Hello."));

    @Autowired
    RewardModels models;

    @Autowired
    Rewards rewards;

    @Autowired
    ServingModels serving;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);

    @BeforeEach
    void sharesItsBatches() {
        var model = new FakeRewardModel(ModelKind.SAFETY, _ -> {
            throw TooLong.ofSeveral();
        });
        serving.serve(ModelKind.SAFETY, new Standing.Serving(new OpenModel("shared", model)));
    }

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    @Test
    void isNotHeldAgainstWhoeverAsked() {
        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(SHORT)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY))
                .hasMessageContaining("try again")
                .hasMessageContaining("not through after 600.0 seconds");
    }

    @Test
    void hasAJobAskForEachAloneAndThenWait() {
        var model = rewards.serving(ModelKind.SAFETY);

        assertThatThrownBy(() -> rewards.scores(model, List.of(SHORT, SHORT)))
                .isInstanceOfSatisfying(
                        RanTooLong.class,
                        tooLong -> assertThat(tooLong.isOfSeveral()).isTrue());
        assertThatThrownBy(() -> rewards.scores(model, List.of(SHORT))).isInstanceOf(ScoringBusy.class);
        assertThatThrownBy(() -> rewards.scoresOfLate(model, List.of(SHORT))).isInstanceOf(ScoringBusy.class);
    }
}
