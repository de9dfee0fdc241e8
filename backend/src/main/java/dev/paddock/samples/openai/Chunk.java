package dev.paddock.samples.openai;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One {@code data:} line of a chat completion. Nothing in it is certain: servers leave out what they please. */
record Chunk(
        String text,
        @Nullable Double logprob,
        String finish,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        String model,
        String systemFingerprint,
        String error) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws Malformed when it is no JSON object */
    static Chunk parse(String data) throws Malformed {
        try {
            var root = JSON.readTree(data);
            if (!root.isObject()) {
                throw new Malformed(data);
            }
            return of(root);
        } catch (JacksonException unreadable) {
            throw new Malformed(data);
        }
    }

    private static Chunk of(JsonNode root) {
        var choice = root.path("choices").path(0);
        var usage = root.path("usage");
        return new Chunk(
                choice.path("delta").path("content").asString(""),
                number(choice.path("logprobs").path("content").path(0).path("logprob")),
                choice.path("finish_reason").asString(""),
                count(usage.path("prompt_tokens")),
                count(usage.path("completion_tokens")),
                root.path("model").asString(""),
                root.path("system_fingerprint").asString(""),
                root.path("error").isMissingNode() || root.path("error").isNull()
                        ? ""
                        : root.path("error")
                                .path("message")
                                .asString(root.path("error").toString()));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    private static @Nullable Integer count(JsonNode node) {
        return node.canConvertToInt() ? node.asInt() : null;
    }

    static final class Malformed extends Exception {
        Malformed(String data) {
            super("not a chunk: " + data.substring(0, Math.min(data.length(), 80)));
        }
    }
}
