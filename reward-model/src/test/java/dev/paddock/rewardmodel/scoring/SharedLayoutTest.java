package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the trainer in Python trains on is what is served here, token by token. */
class SharedLayoutTest {

    private static final Path SHARED = Path.of("trainer", "tests");

    @Test
    void laysOutAsTheTrainerDoes() {
        var vectors = Bundle.JSON.readTree(SHARED.resolve("layouts.json").toFile());
        assertThat(vectors).hasSizeGreaterThan(60);
        try (var tokenizer = Tokenizer.open(SHARED.resolve("tokenizer.json"))) {
            for (var vector : vectors) {
                assertThat(layout(tokenizer, vector).of(messages(vector)).ids())
                        .as(vector.toString())
                        .containsExactly(vector.path("ids")
                                .valueStream()
                                .mapToLong(JsonNode::asLong)
                                .toArray());
            }
        }
    }

    private static Layout layout(Tokenizer tokenizer, JsonNode vector) {
        return new Layout(
                tokenizer,
                Bundle.JSON.treeToValue(vector.path("template"), Template.class),
                new Truncation(
                        vector.path("promptTail").asInt(),
                        vector.path("answerHead").asInt()));
    }

    private static List<Message> messages(JsonNode vector) {
        return vector.path("messages")
                .valueStream()
                .map(message -> new Message(
                        Role.valueOf(message.path("role").asString().toUpperCase(Locale.ROOT)),
                        message.path("content").asString()))
                .toList();
    }
}
