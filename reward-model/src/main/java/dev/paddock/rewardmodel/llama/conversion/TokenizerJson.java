package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the vocabulary of a GGUF file in the form of tokenizer.json. */
final class TokenizerJson {

    /** Words of letters, of digits, of signs, and spaces, as GPT-2 and Llama 3 divide them. */
    private static final String LLAMA_3_WORDS =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|"
                    + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    private final Gguf gguf;
    private final VocabularyEntries entries;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private TokenizerJson(Gguf gguf) {
        this.gguf = gguf;
        this.entries = VocabularyEntries.of(gguf);
    }

    static ObjectNode of(Gguf gguf) {
        var kind = gguf.metadata().get("tokenizer.ggml.model", String.class);
        var tokenizer = new TokenizerJson(gguf);
        tokenizer.json.put("version", "1.0").putNull("truncation").putNull("padding");
        tokenizer.json.set("added_tokens", tokenizer.entries.added());
        return switch (kind) {
            case "gpt2" -> tokenizer.bytePairs();
            case "llama" -> tokenizer.sentencePieces();
            default ->
                throw new UnusableWeights("%s has a tokenizer of the kind '%s'; 'gpt2' and 'llama' are known here."
                        .formatted(gguf.file(), kind));
        };
    }

    private ObjectNode bytePairs() {
        var words = gguf.metadata().find("tokenizer.ggml.pre", String.class).orElse("default");
        json.putNull("normalizer").set("pre_tokenizer", words(words));
        json.putNull("post_processor").set("decoder", byteLevel(true));
        var model = model(List.of("llama-bpe", "llama3", "llama-v3").contains(words));
        var merges = model.putArray("merges");
        for (var merge : gguf.metadata().list("tokenizer.ggml.merges", String.class)) {
            var border = merge.indexOf(' ', 1);
            merges.addArray().add(merge.substring(0, border)).add(merge.substring(border + 1));
        }
        return json;
    }

    private ObjectNode model(boolean wholeWordsFirst) {
        var model = json.putObject("model").put("type", "BPE").putNull("dropout");
        model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", wholeWordsFirst);
        model.set("vocab", entries.ids());
        return model;
    }

    private ObjectNode words(String name) {
        var sequence = JsonNodeFactory.instance.objectNode().put("type", "Sequence");
        var steps = sequence.putArray("pretokenizers");
        switch (name) {
            case "default", "gpt-2" -> steps.add(byteLevel(true));
            case "smollm" -> {
                steps.addObject().put("type", "Digits").put("individual_digits", true);
                steps.add(byteLevel(true));
            }
            case "llama-bpe", "llama3", "llama-v3" -> {
                split(steps, LLAMA_3_WORDS);
                steps.add(byteLevel(false));
            }
            default ->
                throw new UnusableWeights(
                        "%s divides text into words by the rule '%s'; known here are gpt-2, smollm and llama-bpe."
                                .formatted(gguf.file(), name));
        }
        return sequence;
    }

    private static void split(ArrayNode steps, String pattern) {
        var split = steps.addObject()
                .put("type", "Split")
                .put("behavior", "Isolated")
                .put("invert", false);
        split.putObject("pattern").put("Regex", pattern);
    }

    private static ObjectNode byteLevel(boolean divides) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", divides);
    }

    /** Spaces become a visible sign, a text starts with one, and what no piece covers is spelled in bytes. */
    private ObjectNode sentencePieces() {
        var prefix = gguf.metadata()
                .find("tokenizer.ggml.add_space_prefix", Boolean.class)
                .orElse(true);
        var normalizer = json.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
        if (prefix) {
            normalizer.addObject().put("type", "Prepend").put("prepend", "▁");
        }
        var replace = normalizer.addObject().put("type", "Replace").put("content", "▁");
        replace.putObject("pattern").put("String", " ");
        json.putNull("pre_tokenizer").putNull("post_processor");
        json.putObject("decoder").put("type", "ByteFallback");
        var model = model(false).put("byte_fallback", true).put("fuse_unk", true);
        var unknown = gguf.metadata()
                .find("tokenizer.ggml.unknown_token_id", Long.class)
                .orElse(0L);
        model.put("unk_token", entries.tokens().get(unknown.intValue()));
        var scores = gguf.metadata().list("tokenizer.ggml.scores", Double.class);
        model.set("merges", new SentencePieceMerges(entries, scores).inOrder());
        return json;
    }
}
