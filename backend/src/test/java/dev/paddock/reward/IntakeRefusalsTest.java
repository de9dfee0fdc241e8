package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.store.DataFolder;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What cannot be opened is told, whoever's fault it is. */
@BackendTest
class IntakeRefusalsTest {

    @Autowired
    Intake intake;

    @Autowired
    Registry registry;

    @Autowired
    Stable stable;

    @Autowired
    Servers servers;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Autowired
    DataFolder data;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Caller grace;

    @BeforeEach
    void nothingIsRegistered() {
        forget();
        grace = new Cast(beans).grace();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from reward_model_succession").update();
        jdbc.sql("delete from reward_model").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "inputs | [null] | 'inputs' holds a null",
                "golden | [null] | 'golden' holds a null",
                "golden | [{\"messages\":[{\"role\":\"ASSISTANT\"}],\"score\":1}] | 'golden.messages.content' is missing"
            })
    void aCardWithGapsIsToldWhereTheyAre(String field, String value, String reason) {
        var zip = Bundles.zipped(ModelKind.SAFETY, text -> {
            var card = (ObjectNode) JsonMapper.shared().readTree(text);
            return card.set(field, JsonMapper.shared().readTree(value)).toString();
        });

        assertRefused(intake, zip, reason);
    }

    @Test
    void whereTheProviderThatIsRequiredDoesNotWorkThatIsTold() {
        var settings = new RewardSettings(
                true,
                List.of("cuda"),
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                "",
                DataSize.ofGigabytes(8),
                "",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
        var requiring = new Intake(
                new Stable(data, settings, servers, registry), registry, audit, transactions, settings, clock);

        assertRefused(
                requiring,
                Bundles.zipped(ModelKind.SAFETY, "other"),
                "cannot be opened here: Execution provider cuda is required but does not work here");
    }

    private void assertRefused(Intake at, InputStream zip, String reason) {
        assertThatThrownBy(() -> at.register(grace, zip))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains(reason)));
        assertThat(registry.after("", 1_000)).isEmpty();
    }

    @Test
    void noMoreOfACardIsReadThanABundleMayHave() throws Exception {
        var model = intake.register(grace, Bundles.zipped(ModelKind.SAFETY, "other"));
        var card = stable.path(model).resolve("card.md");
        assertThat(stable.card(model)).isEqualTo(Files.readString(card)).startsWith("#");

        Files.writeString(card, "x".repeat(3 << 20));

        assertThat(stable.card(model)).hasSize(1 << 20);
    }
}
