package dev.paddock.rewardmodel.llama;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.paddock.rewardmodel.UnusableWeights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text to tokens and back, by a tokenizer.json. */
final class Vocabulary implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    static {
        // The library otherwise asks its surroundings for a cloud's address and reports its start to its makers.
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, Integer> marks = new HashMap<>();
    private final byte[] @Nullable [] bytes;
    private final boolean startsWithSpace;

    private Vocabulary(ObjectNode json) throws IOException {
        var spelling = Spelling.of(json);
        var pieces = json.path("model").path("vocab");
        var added = json.path("added_tokens");
        this.startsWithSpace = spelling == Spelling.SENTENCE_PIECE;
        this.bytes = new byte[size(pieces, added)][];
        pieces.properties().forEach(piece -> bytes[piece.getValue().asInt()] = spelling.bytes(piece.getKey()));
        for (var mark : added) {
            var id = mark.path("id").asInt();
            marks.put(mark.path("content").asString(), id);
            bytes[id] = mark.path("special").asBoolean()
                    ? null
                    : Spelling.plain(mark.path("content").asString());
        }
        this.tokenizer = textOnly(json);
    }

    static Vocabulary read(Path file) throws IOException {
        try {
            return new Vocabulary((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
        } catch (RuntimeException e) {
            // Jackson's, the native tokenizer's own, and whatever a file of another shape leads to.
            throw new UnusableWeights("%s is not a tokenizer of the BPE kind: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static int size(JsonNode pieces, JsonNode added) {
        var ids = IntStream.concat(
                pieces.properties().stream().mapToInt(piece -> piece.getValue().asInt()),
                added.valueStream().mapToInt(mark -> mark.path("id").asInt()));
        return ids.max().orElse(-1) + 1;
    }

    /** Without its added tokens the tokenizer has no way to make a mark of what a person typed. */
    private static HuggingFaceTokenizer textOnly(ObjectNode json) throws IOException {
        var text = json.deepCopy();
        text.putArray("added_tokens");
        text.putNull("post_processor").putNull("truncation").putNull("padding");
        var options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(JSON.writeValueAsBytes(text)), options);
    }

    int size() {
        return bytes.length;
    }

    /** Whether the first token of a text carries a space that is not part of it. */
    boolean startsWithSpace() {
        return startsWithSpace;
    }

    int[] encode(Prompt prompt) {
        return prompt.pieces().stream().flatMapToInt(this::encode).toArray();
    }

    private IntStream encode(Prompt.Piece piece) {
        return switch (piece) {
            case Prompt.Mark(var mark) -> IntStream.of(id(mark));
            case Prompt.Text(var text) -> IntStream.of(ids(text));
        };
    }

    int[] ids(String text) {
        var ids = tokenizer.encode(text, false, false).getIds();
        return IntStream.range(0, ids.length).map(i -> (int) ids[i]).toArray();
    }

    boolean has(String mark) {
        return marks.containsKey(mark);
    }

    int id(String mark) {
        var id = marks.get(mark);
        if (id == null) {
            throw new UnusableWeights("The tokenizer lacks '%s', which the prompt format needs.".formatted(mark));
        }
        return id;
    }

    /** What a token says, as a part of a UTF-8 text that may begin and end inside a character. Marks say nothing. */
    byte[] bytes(int id) {
        var spelled = id < bytes.length ? bytes[id] : null;
        return spelled == null ? new byte[0] : spelled;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
