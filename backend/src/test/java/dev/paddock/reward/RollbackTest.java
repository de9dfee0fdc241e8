package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Going back has to work when it is needed, whatever else is going on. */
@BackendTest
class RollbackTest {

    private static final List<Message> HELLO =
            List.of(Message.user("How are you?"), Message.assistant("Well, thanks."));

    @Autowired
    Promotions promotions;

    @Autowired
    Intake intake;

    @Autowired
    RewardModels models;

    @Autowired
    Registry registry;

    @Autowired
    Stable stable;

    @Autowired
    ServingModels serving;

    @Autowired
    Following following;

    @Autowired
    JdbcClient jdbc;

    Caller grace;
    String first;
    String second;

    @BeforeEach
    void theSecondTookTheFirstOnesPlace() throws Exception {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        grace = Caller.signedIn(new Harvest(jdbc, "safety").ada, "Grace", Role.LEAD);
        stable.bring(ModelKind.SAFETY);
        following.catchUp();
        first = running();
        second = intake.register(grace, Bundles.zipped(ModelKind.SAFETY, "other"))
                .name();
        promotions.promote(grace, second, "to go back from");
    }

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    private String running() {
        return models.score(grace, ModelKind.SAFETY, List.of(HELLO)).model();
    }

    @Test
    void goesBackToTheFormerAlsoWhileThatScoresInTheShadow() throws Exception {
        promotions.shadow(grace, first);

        promotions.rollBack(grace, ModelKind.SAFETY);

        assertThat(running()).isEqualTo(first);
        assertThat(serving.scoring()).extracting(OpenModel::name).containsExactly(first);
        assertThat(registry.find(second).orElseThrow().state()).isEqualTo(ModelState.RETIRED);
    }
}
