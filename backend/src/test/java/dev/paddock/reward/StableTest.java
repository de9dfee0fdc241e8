package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paddock.BackendTest;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.BundleRefused;
import dev.paddock.rewardmodel.scoring.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.store.DataFolder;
import java.nio.file.Files;
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
        jdbc.sql("delete from reward_model").update();
    }

    @ParameterizedTest
    @EnumSource
    void putsTheModelThatPaddockBringsIntoService(ModelKind kind) throws Exception {
        var serving = stable.open(kind);
        try (var model = serving.model()) {
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
        var first = stable.open(ModelKind.SAFETY);
        first.model().close();
        var second = stable.open(ModelKind.SAFETY);
        second.model().close();

        assertThat(second.name()).isEqualTo(first.name());
    }

    @Test
    void refusesABundleThatIsNotTheOneOnRecord() throws Exception {
        stable.open(ModelKind.SAFETY).model().close();
        jdbc.sql("update reward_model set sha256 = repeat('0', 64)").update();

        assertThatThrownBy(() -> stable.open(ModelKind.SAFETY))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("it is another model than the one registered");
    }

    @Test
    void aNewDefaultTakesThePlaceOfAnOlderOne() throws Exception {
        registered("older", DefaultBundles.family(ModelKind.SAFETY) + "0-0123456789ab");

        var serving = stable.open(ModelKind.SAFETY);
        serving.model().close();

        assertThat(registry.all())
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple(serving.name(), "serving"), tuple("older", "retired"));
    }

    @Test
    void whatSomebodyPutIntoServiceStaysThere() {
        registered("our-own", "safety-our-own-1");

        assertThatThrownBy(() -> stable.open(ModelKind.SAFETY)).isInstanceOf(BundleRefused.class);

        assertThat(registry.all())
                .extracting(RegisteredModel::name, RegisteredModel::state)
                .containsExactly(tuple("our-own", "serving"));
    }

    @Test
    void aDefaultThatWasRetiredByHandIsNotBroughtBack() throws Exception {
        stable.open(ModelKind.SAFETY).model().close();
        jdbc.sql("update reward_model set state = 'retired'").update();

        assertThatThrownBy(() -> stable.open(ModelKind.SAFETY)).hasMessageContaining("was retired");
    }

    @Test
    void writesADefaultAgainThatWasDamaged() throws Exception {
        stable.open(ModelKind.SAFETY).model().close();
        var bundle = data.path()
                .resolve("reward-models")
                .resolve(registry.all().getFirst().folder());
        Files.write(bundle.resolve("model.onnx"), new byte[3]);

        stable.open(ModelKind.SAFETY).model().close();

        assertThat(Files.size(bundle.resolve("model.onnx"))).isGreaterThan(1_000_000);
    }

    private void registered(String name, String folder) {
        jdbc.sql("insert into reward_model values (?, 'safety', 'serving', ?, 'unknown', now())")
                .params(name, folder)
                .update();
    }
}
