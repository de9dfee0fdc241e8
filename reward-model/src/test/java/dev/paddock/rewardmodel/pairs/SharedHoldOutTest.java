package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the trainer in Python holds out is held out here. */
class SharedHoldOutTest {

    @Test
    void holdsOutTheSameConversationsAsTheTrainer() {
        var vectors = JsonMapper.shared()
                .readTree(Path.of("trainer", "tests", "hold-out.json").toFile());
        assertThat(vectors).hasSizeGreaterThan(40);
        for (var vector : vectors) {
            var root = new PreferencePair(prompt(vector), "", "", 0, "").root();
            assertThat(root).isEqualTo(vector.path("root").asString());
            assertThat(HoldOut.contains(root))
                    .as(root)
                    .isEqualTo(vector.path("heldOut").asBoolean());
        }
    }

    private static List<Message> prompt(JsonNode vector) {
        return vector.path("prompt")
                .valueStream()
                .map(message -> new Message(
                        Role.valueOf(message.path("role").asString().toUpperCase(Locale.ROOT)),
                        message.path("content").asString()))
                .toList();
    }
}
