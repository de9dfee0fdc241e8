package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.store.DataFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class PromotionsTest {

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
    DataFolder data;

    @Autowired
    JdbcClient jdbc;

    Caller grace;

    @BeforeEach
    void onlyTheDefaultServes() throws Exception {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
        grace = Caller.signedIn(new Harvest(jdbc, "helpfulness").ada, "Grace", Role.LEAD);
        stable.bring(ModelKind.SAFETY);
        following.catchUp();
    }

    @AfterEach
    void letGo() {
        serving.serve(ModelKind.SAFETY, new Standing.Opening());
    }

    private String register(String version) {
        return intake.register(grace, Bundles.zipped(ModelKind.SAFETY, version)).name();
    }

    private String running() {
        return models.score(grace, ModelKind.SAFETY, List.of(HELLO)).model();
    }

    private ModelState state(String name) {
        return registry.find(name).orElseThrow().state();
    }

    @Test
    void aBundleIsRegisteredPromotedAndRolledBack() throws Exception {
        var first = running();
        var second = register("other");
        assertThat(state(second)).isEqualTo(ModelState.CANDIDATE);
        assertThat(running()).isEqualTo(first);

        promotions.promote(grace, second, "");
        following.catchUp();
        assertThat(running()).isEqualTo(second);
        assertThat(state(first)).isEqualTo(ModelState.RETIRED);

        promotions.rollBack(grace, ModelKind.SAFETY);
        following.catchUp();
        assertThat(running()).isEqualTo(first);
        assertThat(state(second)).isEqualTo(ModelState.RETIRED);

        promotions.rollBack(grace, ModelKind.SAFETY);
        following.catchUp();
        assertThat(running()).isEqualTo(second);
    }

    @Test
    void whoNeverHadAPredecessorCannotBeRolledBack() {
        assertThatThrownBy(() -> promotions.rollBack(grace, ModelKind.SAFETY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("No safety reward model served before");
    }

    @Test
    void underLoadNoRequestFailsAndNoneMixesTwoModels() throws Exception {
        var first = running();
        var second = intake.register(grace, Bundles.contrary(ModelKind.SAFETY)).name();
        var over = new AtomicBoolean();
        Callable<List<Scored>> load = () -> {
            var scored = new ArrayList<Scored>();
            while (!over.get()) {
                scored.add(models.score(grace, ModelKind.SAFETY, List.of(greeting(scored.size()), HELLO)));
            }
            return scored;
        };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of(callers.submit(load), callers.submit(load), callers.submit(load));
            for (var i = 0; i < 4; i++) {
                promotions.promote(grace, i % 2 == 0 ? second : first, "");
                following.catchUp();
            }
            over.set(true);
            var seen = new HashSet<String>();
            for (var call : calls) {
                var scored = call.get();
                for (var i = 0; i < scored.size(); i++) {
                    var sign = scored.get(i).model().equals(first) ? 1 : -1;
                    assertThat(scored.get(i).scores()).isEqualTo(signed(sign, scoredByFirst(i)));
                    seen.add(scored.get(i).model());
                }
            }
            assertThat(seen).containsExactlyInAnyOrder(first, second);
        }
    }

    private static List<Message> greeting(int number) {
        return List.of(
                Message.user("How are you?"), Message.assistant("Well, thanks. And your cats, all " + number + "?"));
    }

    /** The model that served first serves again. */
    private List<Double> scoredByFirst(int number) {
        return models.score(grace, ModelKind.SAFETY, List.of(greeting(number), HELLO))
                .scores();
    }

    private static List<Double> signed(int sign, List<Double> scores) {
        return scores.stream().map(score -> sign * score).toList();
    }

    @Test
    void aShadowIsOpenBesideTheOneThatServesUntilItIsRetired() throws Exception {
        var first = running();
        var second = register("other");

        promotions.shadow(grace, second);
        following.catchUp();
        assertThat(serving.scoring()).extracting(OpenModel::name).containsExactly(first, second);
        assertThat(running()).isEqualTo(first);

        promotions.retire(grace, second);
        following.catchUp();
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
        following.catchUp();
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

        following.catchUp();

        assertThat(running()).isEqualTo(first);
        assertThat(models.get(grace, second).problem())
                .contains("still runs " + first)
                .contains("cut off or changed");
    }

    @Test
    void refusesWhatIsNoBundleAndKeepsNothingOfIt() throws Exception {
        var before = registry.all();

        assertThatThrownBy(() -> intake.register(grace, new ByteArrayInputStream(new byte[100])))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains("no zip archive")));
        assertThatThrownBy(() -> intake.register(
                        grace, Bundles.zipped(ModelKind.SAFETY, card -> card.replace("\"score\" : ", "\"score\" : 9"))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> intake.register(grace, Bundles.zipped(ModelKind.SAFETY, "../../2")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains("its name and version")));

        assertThat(registry.all()).isEqualTo(before);
        try (var files = Files.list(data.path().resolve("reward-models"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".draft")))
                    .isEmpty();
        }
    }

    @Test
    void theSameBundleTwiceIsTold() {
        var second = register("other");

        assertThatThrownBy(() -> register("other"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("registered already, as " + second);
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
        assertThat(registry.all())
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple(name, ModelState.SERVING));
    }
}
