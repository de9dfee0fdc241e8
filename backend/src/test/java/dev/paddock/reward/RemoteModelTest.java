package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A model on a server goes the way of all others. The server is a real one on this machine that scores with the default model. */
class RemoteModelTest extends ServerWorld {

    private Standing standing() {
        return Objects.requireNonNull(models.standings().get(ModelKind.SAFETY));
    }

    @Test
    void isRegisteredPromotedAndRolledBackAndScoresAsItsOriginal() throws Exception {
        var original = models.score(grace, ModelKind.SAFETY, List.of(HELLO));

        var model = promoted();

        var scored = models.score(grace, ModelKind.SAFETY, List.of(HELLO));
        assertThat(scored.model()).isEqualTo(model);
        assertThat(scored.provider()).isEqualTo("remote");
        assertThat(scored.scores().getFirst()).isCloseTo(original.scores().getFirst(), within(1e-6));
        assertThat(server.keys).isNotEmpty().containsOnly("Bearer secret");
        assertThat(models.get(grace, model).provider()).isEqualTo("remote");
        assertThat(models.get(grace, model).problem()).isNull();
        promotions.rollBack(grace, ModelKind.SAFETY);
        follower.catchUp();
        assertThat(models.score(grace, ModelKind.SAFETY, List.of(HELLO)).provider())
                .isEqualTo("cpu");
    }

    @Test
    void whereItsServerIsAwayThatIsSaidAndItComesBackByItself() throws Exception {
        var model = promoted();
        server.fails = true;

        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(HELLO)))
                .isInstanceOf(NoRewardModel.class)
                .hasMessageContaining("The model server '" + name + "' fails: HTTP 500");
        assertThat(models.get(grace, model).problem()).contains("fails: HTTP 500");
        assertThat(models.get(grace, model).provider()).isEqualTo("remote");
        assertThat(standing().told())
                .contains(model + " on remote, no scores just now: The model server '" + name + "' fails");

        server.fails = false;
        assertThat(scoredAgain().model()).isEqualTo(model);
        assertThat(models.get(grace, model).problem()).isNull();
    }

    @Test
    void aPaddockThatStartsWhileTheServerIsAwayOpensItLater() throws Exception {
        var model = promoted();
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
        server.fails = true;

        follower.catchUp();
        assertThat(standing().told())
                .startsWith("unavailable: The reward model " + model + " cannot be opened")
                .contains("fails: HTTP 500");

        server.fails = false;
        follower.catchUp();
        assertThat(models.score(grace, ModelKind.SAFETY, List.of(HELLO)).model())
                .isEqualTo(model);
    }

    @Test
    void samplesWaitForAServerThatIsAway() throws Exception {
        var model = promoted();
        harvest.scoredSoFar(model, "safety");
        var looks = new Looks(beans);
        looks.toTheEnd();
        server.fails = true;
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "A long answer.", "Short.");

        assertThat(looks.again().some()).isFalse();
        assertThat(samples.scores(List.of(turn.a(), turn.b()))).isEmpty();

        server.fails = false;
        while (samples.scores(List.of(turn.a(), turn.b())).isEmpty()) {
            Thread.sleep(10);
            looks.again().toTheEnd();
        }
        var scores = samples.scores(List.of(turn.a(), turn.b()));
        assertThat(scores).containsOnlyKeys(turn.a(), turn.b());
        assertThat(scores.get(turn.a())).singleElement().satisfies(score -> {
            assertThat(score.rewardModel()).isEqualTo(model);
            assertThat(score.provider()).isEqualTo("remote");
        });
    }

    @Test
    void oneOfAServerThatTheOwnerDidNotAddIsRefused() {
        assertThatThrownBy(() -> intake.register(grace, Bundles.remote(ModelKind.SAFETY, "elsewhere")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The model server 'elsewhere' is not there");
    }

    @Test
    void oneThatScoresOtherwiseThanItsOriginalIsRefused() {
        server.more = 5;
        assertThatThrownBy(() -> intake.register(grace, Bundles.remote(ModelKind.SAFETY, name)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it scores a golden conversation");
    }

    @Test
    void aServerThatHasBecomePrivateIsNotCalled() throws Exception {
        promoted();
        jdbc.sql("update model_endpoint set base_url = 'http://10.1.2.3:9/v1' where id = ?")
                .param(endpoint)
                .update();
        var asked = server.keys.size();

        assertThatThrownBy(() -> models.score(grace, ModelKind.SAFETY, List.of(HELLO)))
                .hasMessageContaining("must not be called: The address is private (10.1.2.3");
        assertThat(server.keys).hasSize(asked);
    }
}
