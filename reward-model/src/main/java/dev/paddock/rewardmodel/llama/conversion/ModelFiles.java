package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The small files beside a graph, in the layout that Optimum and transformers.js export. */
record ModelFiles(Gguf gguf, LlamaShape shape, String checksum) {

    private static final JsonMapper JSON = new JsonMapper();

    String tokenizer() {
        return JSON.writeValueAsString(TokenizerJson.of(gguf));
    }

    String tokenizerConfig() {
        var config = object();
        gguf.metadata()
                .find("tokenizer.chat_template", String.class)
                .ifPresent(template -> config.put("chat_template", template));
        return JSON.writeValueAsString(config);
    }

    String config() {
        var config = object();
        config.putArray("architectures").add("LlamaForCausalLM");
        config.put("model_type", "llama");
        config.put(
                "_name_or_path",
                gguf.metadata().find("general.name", String.class).orElse(gguf.file()));
        config.put("max_position_embeddings", shape.context());
        config.put("vocab_size", shape.vocabulary());
        id("bos").ifPresent(id -> config.put("bos_token_id", id));
        id("eos").ifPresent(id -> config.put("eos_token_id", id));
        config.put("paddock_weights_sha256", checksum);
        return JSON.writeValueAsString(config);
    }

    private Optional<Long> id(String token) {
        return gguf.metadata().find("tokenizer.ggml.%s_token_id".formatted(token), Long.class);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
