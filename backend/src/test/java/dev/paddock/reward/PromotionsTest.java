package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PromotionsTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    @Test
    void aBundleIsRegisteredPromotedAndRolledBack() throws Exception {
        var first = running();
        var second = register("other");
        assertThat(state(second)).isEqualTo(ModelState.CANDIDATE);
        assertThat(running()).isEqualTo(first);

        promotions.promote(grace, second, "it is a test");
        follower.catchUp();
        assertThat(running()).isEqualTo(second);
        assertThat(state(first)).isEqualTo(ModelState.RETIRED);

        promotions.rollBack(grace, ModelKind.SAFETY);
        follower.catchUp();
        assertThat(running()).isEqualTo(first);
        assertThat(state(second)).isEqualTo(ModelState.RETIRED);

        promotions.rollBack(grace, ModelKind.SAFETY);
        follower.catchUp();
        assertThat(running()).isEqualTo(second);
    }

    @Test
    void whoNeverHadAPredecessorCannotBeRolledBack() {
        assertThatThrownBy(() -> promotions.rollBack(grace, ModelKind.SAFETY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("No safety reward model served before");
    }

    @Test
    void aShadowIsOpenBesideTheOneThatServesUntilItIsRetired() throws Exception {
        var first = running();
        var second = register("other");

        promotions.shadow(grace, second);
        follower.catchUp();
        assertThat(serving.scoring()).extracting(OpenModel::name).containsExactly(first, second);
        assertThat(running()).isEqualTo(first);

        promotions.retire(grace, second);
        follower.catchUp();
        assertThat(serving.scoring()).extracting(OpenModel::name).containsExactly(first);
    }

    @Test
    void whatServesIsNeitherRetiredNorAShadow() {
        var first = running();

        assertThatThrownBy(() -> promotions.retire(grace, first)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> promotions.shadow(grace, first)).isInstanceOf(Conflict.class);
        assertThat(running()).isEqualTo(first);
    }

    @Test
    void oneThatCannotBeOpenedIsNotPromotedAndTheOtherGoesOn() throws Exception {
        var first = running();
        var second = register("other");
        var bundle = stable.path(registry.find(second).orElseThrow());
        Files.write(bundle.resolve("model.onnx"), new byte[3]);

        assertThatThrownBy(() -> promotions.promote(grace, second, ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("cut off or changed");
        follower.catchUp();
        assertThat(running()).isEqualTo(first);
        assertThat(state(first)).isEqualTo(ModelState.SERVING);
    }

    @Test
    void whereAnotherProcessPromotedWhatCannotBeOpenedHereTheFormerGoesOnAndItIsSaid() throws Exception {
        var first = running();
        var second = register("other");
        Files.write(stable.path(registry.find(second).orElseThrow()).resolve("model.onnx"), new byte[3]);
        registry.move(first, ModelState.RETIRED);
        registry.move(second, ModelState.SERVING);

        follower.catchUp();

        assertThat(running()).isEqualTo(first);
        assertThat(models.get(grace, second).problem())
                .contains("still runs " + first)
                .contains("cut off or changed");
    }

    @Test
    void onlyLeadsDecide() {
        var ada = Caller.signedIn(UUID.randomUUID(), "Ada", Role.ANNOTATOR);
        var rita = Caller.signedIn(UUID.randomUUID(), "Rita", Role.REVIEWER);
        var reading = new Caller(grace.person(), "Grace", Role.LEAD, Set.of(Scope.SCORE));
        var name = running();

        assertThatThrownBy(() -> promotions.promote(ada, name, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> promotions.promote(rita, name, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> promotions.promote(reading, name, "")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> intake.register(rita, Bundles.zipped(ModelKind.SAFETY, "other")))
                .isInstanceOf(NotAllowed.class);
        assertThat(registry.after("", 1_000))
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple(name, ModelState.SERVING));
    }
}
