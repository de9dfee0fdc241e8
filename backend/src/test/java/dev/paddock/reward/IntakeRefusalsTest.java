package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What cannot be opened is told, whoever's fault it is. */
class IntakeRefusalsTest extends RefusingWorld {

    @Autowired
    Servers servers;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "inputs | [null] | 'inputs' holds a null",
                "golden | [null] | 'golden' holds a null",
                "golden | [{\"messages\":[{\"role\":\"ASSISTANT\"}],\"score\":1}] | 'golden.messages.content' is missing"
            })
    void aCardWithGapsIsToldWhereTheyAre(String field, String value, String reason) throws Exception {
        var zip = Bundles.zipped(ModelKind.SAFETY, text -> {
            var card = (ObjectNode) JsonMapper.shared().readTree(text);
            return card.set(field, JsonMapper.shared().readTree(value)).toString();
        });

        assertRefused(intake, zip, reason);
    }

    @Test
    void whereTheProviderThatIsRequiredDoesNotWorkThatIsTold() throws Exception {
        var settings = settings(List.of("cuda"), DataSize.ofGigabytes(8));

        assertRefused(
                intake(new Stable(data, settings, servers, registry), settings),
                Bundles.zipped(ModelKind.SAFETY, "other"),
                "cannot be opened here: Execution provider cuda is required but does not work here");
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
