package dev.paddock.reward;

import dev.paddock.BackendTest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The default safety model serves, and Grace may register others. */
@BackendTest
abstract class DefaultWorld {

    static final List<Message> HELLO = List.of(Message.user("How are you?"), Message.assistant("Well, thanks."));

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
    RegistryFollower follower;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Cast cast;
    Caller grace;

    @BeforeEach
    void onlyTheDefaultServes() throws Exception {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        cast = new Cast(beans);
        grace = cast.grace();
        stable.bring(ModelKind.SAFETY);
        follower.catchUp();
    }

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    String register(String version) {
        return intake.register(grace, Bundles.zipped(ModelKind.SAFETY, version)).name();
    }

    /** Under a name that no other test has: scores that it gave there would be taken for this one's. */
    String registerAnother() {
        return register("other-" + Long.toHexString(System.nanoTime()));
    }

    /** What the audit tells of it. */
    String promotionOf(String name) {
        return jdbc.sql("select detail from audit_entry where action = 'reward-model-promoted' and subject = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    String running() {
        return models.score(grace, ModelKind.SAFETY, List.of(HELLO)).model();
    }

    ModelState state(String name) {
        return registry.find(name).orElseThrow().state();
    }
}
