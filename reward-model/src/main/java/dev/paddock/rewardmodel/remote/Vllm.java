package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.Asked.Dialogue;
import dev.paddock.rewardmodel.remote.Asked.Plain;
import dev.paddock.rewardmodel.remote.Asked.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * vLLM's pooling API, the one that its documentation names for reward models. {@code /classify} and {@code /score} are for the same models,
 * but take texts only; {@code use_activation} off gives the logit itself, where the default is its sigmoid or softmax.
 */
final class Vllm {

    static final String PATH = "/pooling";

    private Vllm() {}

    /** @param asked tokens, or one dialogue: there is no batch of those */
    static JsonNode question(String model, List<Asked> asked) {
        var question = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("task", "classify")
                .put("use_activation", false)
                .put("encoding_format", "float");
        if (asked.getFirst() instanceof Dialogue(var messages)) {
            write(messages, question.putArray("messages"));
        } else {
            var input = question.putArray("input");
            asked.forEach(each -> write(each, input));
        }
        return question;
    }

    private static void write(List<Message> messages, ArrayNode to) {
        for (var message : messages) {
            to.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content());
        }
    }

    private static void write(Asked asked, ArrayNode input) {
        switch (asked) {
            case Tokens(var ids) -> {
                var tokens = input.addArray();
                for (var id : ids) {
                    tokens.add(id);
                }
            }
            case Plain(var text) -> input.add(text);
            case Dialogue _ -> throw new IllegalArgumentException("One dialogue at a time");
        }
    }

    /** {@code {"data":[{"index":0,"data":[1.5]}]}}, in any order. */
    static List<JsonNode> answers(JsonNode answer, int asked) {
        var data = answer.path("data");
        if (!data.isArray()) {
            throw new ServerAway("answers without 'data': is it vLLM?");
        }
        Dialect.requireAsMany(data, asked);
        var byIndex = new TreeMap<Integer, JsonNode>();
        data.forEach(each -> byIndex.put(each.path("index").asInt(-1), each.path("data")));
        for (var index = 0; index < asked; index++) {
            if (!byIndex.containsKey(index)) {
                throw new ServerAway("leaves out number " + index + " of what it was asked");
            }
        }
        return List.copyOf(byIndex.values());
    }
}
