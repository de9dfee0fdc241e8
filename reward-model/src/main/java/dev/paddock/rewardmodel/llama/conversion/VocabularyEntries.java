package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of a GGUF file in order, with what kind each is. */
record VocabularyEntries(List<String> tokens, List<Long> kinds) {

    private static final long NORMAL = 1;
    private static final long CONTROL = 3;
    private static final long USER_DEFINED = 4;

    static VocabularyEntries of(Gguf gguf) {
        var tokens = gguf.metadata().list("tokenizer.ggml.tokens", String.class);
        var kinds =
                gguf.metadata().find("tokenizer.ggml.token_type", List.class).isPresent()
                        ? gguf.metadata().list("tokenizer.ggml.token_type", Long.class)
                        : Collections.nCopies(tokens.size(), NORMAL);
        if (kinds.size() != tokens.size()) {
            throw new UnusableWeights(
                    "%s has %d tokens but kinds for %d.".formatted(gguf.file(), tokens.size(), kinds.size()));
        }
        return new VocabularyEntries(tokens, kinds);
    }

    boolean isNormal(int id) {
        return kinds.get(id) == NORMAL;
    }

    ObjectNode ids() {
        var ids = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, tokens.size()).forEach(id -> ids.put(tokens.get(id), id));
        return ids;
    }

    /** Control tokens mark up a prompt and are never text; tokens that a user defined are whole words of it. */
    ArrayNode added() {
        var added = JsonNodeFactory.instance.arrayNode();
        for (var id = 0; id < tokens.size(); id++) {
            if (kinds.get(id) == CONTROL || kinds.get(id) == USER_DEFINED) {
                added.addObject()
                        .put("id", id)
                        .put("content", tokens.get(id))
                        .put("single_word", false)
                        .put("lstrip", false)
                        .put("rstrip", false)
                        .put("normalized", false)
                        .put("special", kinds.get(id) == CONTROL);
            }
        }
        return added;
    }
}
