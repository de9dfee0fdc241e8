package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.BareModels;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.BundleRefused;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class StableTest {

    @Autowired
    Stable stable;

    @Autowired
    Registry registry;

    @Autowired
    DataFolder data;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingServes() {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
    }

    private RewardModel opened(ModelKind kind) throws Exception {
        stable.bring(kind);
        return stable.open(registry.serving(kind).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void putsTheModelThatPaddockBringsIntoService(ModelKind kind) throws Exception {
        try (var model = opened(kind)) {
            var serving = registry.serving(kind).orElseThrow();
            var score =
                    model.score(List.of(Message.user("How are you?"), Message.assistant("Well, thank you. And you?")));

            assertThat(score.value()).isFinite();
            assertThat(registry.serving(kind)).hasValueSatisfying(row -> {
                assertThat(row.name()).isEqualTo(serving.name()).startsWith(kind.label() + "-");
                assertThat(row.sha256()).isEqualTo(model.id());
                assertThat(stable.card(row)).contains("#");
            });
        }
    }

    @Test
    void opensWhatServesWhenItComesBack() throws Exception {
        opened(ModelKind.SAFETY).close();
        var first = registry.after("", 1_000);
        opened(ModelKind.SAFETY).close();

        assertThat(registry.after("", 1_000)).isEqualTo(first);
    }

    @Test
    void refusesABundleThatIsNotTheOneOnRecord() throws Exception {
        opened(ModelKind.SAFETY).close();
        jdbc.sql("update reward_model set sha256 = repeat('0', 64)").update();

        assertThatThrownBy(() -> opened(ModelKind.SAFETY))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("it is another model than the one registered");
    }

    @Test
    void aNewDefaultTakesThePlaceOfAnOlderOne() throws Exception {
        registered("older", DefaultBundles.family(ModelKind.SAFETY) + "0-0123456789ab");

        opened(ModelKind.SAFETY).close();
        var serving = registry.serving(ModelKind.SAFETY).orElseThrow();

        assertThat(registry.after("", 1_000))
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple(serving.name(), ModelState.SERVING), tuple("older", ModelState.RETIRED));
    }

    @Test
    void whatSomebodyPutIntoServiceStaysThere() {
        registered("our-own", "safety-our-own-1");

        assertThatThrownBy(() -> opened(ModelKind.SAFETY)).isInstanceOf(BundleRefused.class);

        assertThat(registry.after("", 1_000))
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple("our-own", ModelState.SERVING));
    }

    @Test
    void aDefaultThatWasRetiredByHandIsNotBroughtBack() throws Exception {
        opened(ModelKind.SAFETY).close();
        jdbc.sql("update reward_model set state = 'retired'").update();

        stable.bring(ModelKind.SAFETY);

        assertThat(registry.serving(ModelKind.SAFETY)).isEmpty();
    }

    @Test
    void writesADefaultAgainThatWasDamaged() throws Exception {
        opened(ModelKind.SAFETY).close();
        var bundle = data.path()
                .resolve("reward-models")
                .resolve(registry.after("", 1_000).getFirst().folder());
        Files.write(bundle.resolve("model.onnx"), new byte[3]);

        opened(ModelKind.SAFETY).close();

        assertThat(Files.size(bundle.resolve("model.onnx"))).isGreaterThan(1_000_000);
    }

    @Test
    void sweepsAwayWhatSomebodyLeftHalfWrittenLongAgo() throws Exception {
        var old = stable.draft();
        Files.write(old.resolve("model.onnx"), new byte[3]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var fresh = stable.draft();

        stable.sweep();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    private void registered(String name, String folder) {
        new BareModels(jdbc).register("safety", name, "serving", folder, OffsetDateTime.now(ZoneOffset.UTC));
    }
}
