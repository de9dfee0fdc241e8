package dev.paddock.rewardmodel.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text to token ids by a {@code tokenizer.json}, without special tokens: those are named one by one by whoever lays out a sequence. A
 * special token that is spelled out in a text stays ordinary text, so nobody can end a segment by writing {@code [SEP]}. Thread-safe.
 */
public final class Tokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, Long> specials;

    private Tokenizer(HuggingFaceTokenizer tokenizer, Map<String, Long> specials) {
        this.tokenizer = tokenizer;
        this.specials = specials;
    }

    /** @throws ModelUnreadable where the file is no tokenizer */
    public static Tokenizer open(Path tokenizerJson) {
        NativeCache.prepare();
        try {
            var specials = specials(tokenizerJson);
            var tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(tokenizerJson)
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            return new Tokenizer(tokenizer, specials);
        } catch (IOException | JacksonException e) {
            throw new ModelUnreadable("No tokenizer can be read from " + tokenizerJson + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> specials(Path tokenizerJson) throws IOException {
        var found = new TreeMap<String, Long>();
        for (var token :
                JsonMapper.shared().readTree(Files.readString(tokenizerJson)).path("added_tokens")) {
            if (token.path("special").asBoolean(false)) {
                found.put(token.path("content").asString(), token.path("id").asLong());
            }
        }
        return found;
    }

    public long[] ids(String text) {
        return text.isEmpty()
                ? new long[0]
                : tokenizer.encode(defused(text), false, false).getIds();
    }

    /** @throws IllegalArgumentException where the tokenizer has no such special token */
    public long special(String token) {
        var id = specials.get(token);
        if (id == null) {
            throw new IllegalArgumentException(
                    "The tokenizer has no special token " + token + "; it has " + specials.keySet() + ".");
        }
        return id;
    }

    /** Breaks every special token that is written out in the text with a space. */
    private String defused(String text) {
        var safe = text;
        for (var special : specials.keySet()) {
            if (special.length() > 1 && safe.contains(special)) {
                safe = safe.replace(special, special.charAt(0) + " " + special.substring(1));
            }
        }
        return safe;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
