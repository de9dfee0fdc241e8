package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
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
}
