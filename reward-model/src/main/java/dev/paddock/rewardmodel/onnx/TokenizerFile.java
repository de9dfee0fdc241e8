package dev.paddock.rewardmodel.onnx;

import dev.paddock.rewardmodel.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The special tokens of a {@code tokenizer.json}. The file is read as a stream: neither a vocabulary, nor what somebody put in the place of
 * one, is kept in memory.
 *
 * @param specials their ids by their text
 * @param neverText ids of those that no text holds
 */
record TokenizerFile(Map<String, Long> specials, Set<Long> neverText) {

    /** The words of a vocabulary are names of fields; a parser that remembers names would keep them all. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .build();

    /** @throws ModelUnreadable where the file is no JSON, or holds more special tokens than any tokenizer */
    static TokenizerFile read(Path tokenizerJson) {
        try (var json = JSON.createParser(tokenizerJson)) {
            var walk = new Walk(json);
            walk.through();
            return walk.found();
        } catch (JacksonException e) {
            throw new ModelUnreadable(
                    "No tokenizer can be read from " + tokenizerJson.getFileName() + ": " + words(e), e);
        }
    }

    private static String words(JacksonException e) {
        return e.getCause() instanceof IOException unread ? FileTrouble.words(unread) : "it is no JSON";
    }

    private static final class Walk {

        private static final int MOST_SPECIALS = 100_000;

        private final JsonParser json;
        private final Map<String, Long> specials = new TreeMap<>();
        private long unknownId = -1;
        private String unknownToken = "";

        private boolean special;
        private String content = "";
        private long id;

        Walk(JsonParser json) {
            this.json = json;
        }

        void through() {
            json.nextToken();
            fields(name -> {
                switch (name) {
                    case "added_tokens" -> addedTokens();
                    case "model" -> fields(this::ofModel);
                    default -> json.skipChildren();
                }
            });
        }

        private void ofModel(String name) {
            switch (name) {
                case "unk_id" -> unknownId = number();
                case "unk_token" -> unknownToken = text();
                default -> json.skipChildren();
            }
        }

        private void addedTokens() {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    addedToken();
                }
            }
        }

        private void addedToken() {
            special = false;
            content = "";
            id = 0;
            fields(this::ofToken);
            if (special) {
                specials.put(content, id);
            }
            if (specials.size() > MOST_SPECIALS) {
                throw new ModelUnreadable("The tokenizer has more than " + MOST_SPECIALS + " special tokens");
            }
        }

        private void ofToken(String name) {
            switch (name) {
                case "special" -> special = json.currentToken() == JsonToken.VALUE_TRUE;
                case "content" -> content = text();
                case "id" -> id = number();
                default -> json.skipChildren();
            }
        }

        /** Has the fields of an object read one by one, the parser at the value of each; of anything else there are none. */
        private void fields(Consumer<String> field) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                field.accept(name);
                json.skipChildren();
            }
        }

        private String text() {
            return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        }

        private long number() {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : -1;
        }

        /** The token for what is not in the vocabulary is special, too, but texts do hold it. */
        TokenizerFile found() {
            var neverText = new HashSet<>(specials.values());
            neverText.remove(unknownId);
            neverText.remove(specials.get(unknownToken));
            return new TokenizerFile(specials, neverText);
        }
    }
}
