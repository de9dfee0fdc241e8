package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class RewardModelsTest {

    static final List<List<Message>> ONE = List.of(List.of(Message.user("Hi"), Message.assistant("Hello.")));

    @Autowired
    RewardModels rewardModels;

    @Autowired
    ServingModels serving;

    @Autowired
    JdbcClient jdbc;

    final Caller grace = Caller.signedIn(UUID.randomUUID(), "Grace", Role.LEAD);
    final Caller ada = Caller.signedIn(UUID.randomUUID(), "Ada", Role.ANNOTATOR);

    @Test
    void scoresWhatItIsGiven() {
        serving.serve(ModelKind.SAFETY, new Standing.Serving("fake", new FakeRewardModel(ModelKind.SAFETY)));

        var scored = rewardModels.score(grace, ModelKind.SAFETY, ONE);

        assertThat(scored).isEqualTo(new Scored("fake", "cpu", "fp32", List.of(6.0), 0, 2, 3, 4));
    }

    @Test
    void whatWasScoredBeforeIsNotComputedAgainButAnotherModelComputesItItself() {
        var fake = new FakeRewardModel(ModelKind.SAFETY);
        serving.serve(ModelKind.SAFETY, new Standing.Serving("fake", fake));
        var twice = List.of(ONE.getFirst(), ONE.getFirst());

        assertThat(rewardModels.score(grace, ModelKind.SAFETY, twice).scores()).containsExactly(6.0, 6.0);
        assertThat(rewardModels.score(grace, ModelKind.SAFETY, twice))
                .isEqualTo(new Scored("fake", "cpu", "fp32", List.of(6.0, 6.0), 2, 0, 0, 0));
        assertThat(fake.asked).hasSize(1);

        var other = new FakeRewardModel(ModelKind.SAFETY);
        serving.serve(ModelKind.SAFETY, new Standing.Serving("other", other));
        assertThat(rewardModels.score(grace, ModelKind.SAFETY, ONE).remembered())
                .isZero();
        assertThat(other.asked).hasSize(1);
    }

    @Test
    void combinesBothScores() {
        serving.serve(ModelKind.SAFETY, new Standing.Serving("safe", new FakeRewardModel(ModelKind.SAFETY)));
        serving.serve(ModelKind.HELPFULNESS, new Standing.Serving("kind", new FakeRewardModel(ModelKind.HELPFULNESS)));

        var rewarded = rewardModels.reward(grace, List.of(ONE.getFirst(), ONE.getFirst()), List.of(true, false));

        assertThat(rewarded.helpfulness().model()).isEqualTo("kind");
        assertThat(rewarded.safety().model()).isEqualTo("safe");
        assertThat(rewarded.rewards()).hasSize(2).allSatisfy(reward -> {
            assertThat(reward.combined()).isEqualTo(1 / (1 + Math.exp(-6)));
            assertThat(reward.whitened()).isZero();
        });
        assertThatThrownBy(() -> rewardModels.reward(ada, ONE, List.of(false))).isInstanceOf(NotFound.class);
    }

    @Test
    void saysWhyNothingIsScored() {
        serving.serve(ModelKind.SAFETY, new Standing.Unavailable("The file is cut off."));

        assertThatThrownBy(() -> rewardModels.score(grace, ModelKind.SAFETY, ONE))
                .isInstanceOf(NoRewardModel.class)
                .hasMessage("The file is cut off.");
    }

    @Test
    void annotatorsKnowOfNoRewardModel() {
        assertThatThrownBy(() -> rewardModels.list(ada, null, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rewardModels.get(ada, "fake")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rewardModels.score(ada, ModelKind.SAFETY, ONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void scoringTakesItsScope() {
        var withoutScope = new Caller(grace.person(), "Grace", Role.LEAD, Set.of(Scope.LEAD));

        assertThatThrownBy(() -> rewardModels.score(withoutScope, ModelKind.SAFETY, ONE))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void countsHowOftenAModelAgreesWithPeople() {
        var harvest = new Harvest(jdbc, "helpfulness");
        var model = "model-" + UUID.randomUUID();
        new BareModels(jdbc).register("helpfulness", model, "retired");
        compared(harvest, model, "better", 2, 1);
        compared(harvest, model, "better", 1, 2);
        compared(harvest, model, "better", 1, 1);
        compared(harvest, model, "slightly-better", 0.5, -0.5);
        harvest.said(harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "unscored", "unscored"))
                .saved();

        assertThat(rewardModels.report(grace, model).degrees())
                .extracting("degree", "pairs", "accuracy")
                .containsExactly(tuple("better", 3, 50.0), tuple("slightly-better", 1, 100.0));
    }

    @Test
    void pairsChosenByTheirSmallGapDoNotCount() {
        var harvest = new Harvest(jdbc, "helpfulness");
        var model = "model-" + UUID.randomUUID();
        new BareModels(jdbc).register("helpfulness", model, "retired");
        compared(harvest, model, "better", 1, 2);
        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();
        compared(harvest, model, "better", 2, 1);

        assertThat(rewardModels.report(grace, model).degrees())
                .extracting("degree", "pairs", "accuracy")
                .containsExactly(tuple("better", 1, 100.0));
    }

    private static void compared(Harvest harvest, String model, String degree, double chosen, double other) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "Hello.", "What?");
        harvest.score(turn.a(), model, "helpfulness", chosen);
        harvest.score(turn.b(), model, "helpfulness", other);
        var first = harvest.said(turn).chose(turn.b()).degree("better").saved();
        harvest.said(turn).degree(degree).revising(first).saved();
    }
}
