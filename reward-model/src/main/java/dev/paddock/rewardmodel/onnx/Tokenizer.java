package dev.paddock.rewardmodel.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Text to token ids by a {@code tokenizer.json}, without special tokens: those are named one by one by whoever lays out a sequence. A
 * special token that is spelled out in a text stays ordinary text, so nobody can end a segment by writing {@code [SEP]}. Thread-safe.
 */
public final class Tokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, Long> specials;
    private final Set<Long> neverText;

    private Tokenizer(HuggingFaceTokenizer tokenizer, Map<String, Long> specials, Set<Long> neverText) {
        this.tokenizer = tokenizer;
        this.specials = specials;
        this.neverText = neverText;
    }

    /** @throws ModelUnreadable where the file is no tokenizer */
    public static Tokenizer open(Path tokenizerJson) {
        NativeCache.prepare();
        var tokens = TokenizerFile.read(tokenizerJson);
        try {
            var tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(tokenizerJson)
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            return new Tokenizer(tokenizer, tokens.specials(), tokens.neverText());
        } catch (IOException | RuntimeException e) {
            throw new ModelUnreadable(
                    "No tokenizer can be read from " + tokenizerJson.getFileName() + ": "
                            + RuntimeWords.of(e, tokenizerJson),
                    e);
        }
    }

    public Set<String> specials() {
        return Collections.unmodifiableSet(specials.keySet());
    }

    public long[] ids(String text) {
        return split(text, 0).after();
    }

    /** @param before ends in front of the character the text was split at; a token across it is in {@code after} */
    public record Split(long[] before, long[] after) {}

    /** The tokens of a text, which is cut into tokens as a whole, as those before one of its characters and those from it on. */
    public Split split(String text, int at) {
        if (text.isEmpty()) {
            return new Split(new long[0], new long[0]);
        }
        var encoding = tokenizer.encode(plain(text), false, false);
        var ids = encoding.getIds();
        var middle = 0;
        if (at > 0) {
            var spans = encoding.getCharTokenSpans();
            var start = plain(text.substring(0, at));
            var characters = start.codePointCount(0, start.length());
            while (middle < ids.length && (spans[middle] == null || spans[middle].getEnd() <= characters)) {
                middle++;
            }
        }
        return new Split(text(ids, 0, middle), text(ids, middle, ids.length));
    }

    /** Without special tokens that a normaliser made of something that looks like one. */
    private long[] text(long[] ids, int from, int to) {
        return Arrays.stream(ids, from, to)
                .filter(id -> !neverText.contains(id))
                .toArray();
    }

    /**
     * A text, or one end of it.
     *
     * @param tokens how many it has
     */
    public record Cut(String text, int tokens) {}

    /** The first tokens of a text, as text: special tokens that it spells out are broken. */
    public Cut head(String text, int most) {
        var whole = plain(text);
        var spans = spans(whole);
        return spans.size() <= most
                ? new Cut(whole, spans.size())
                : new Cut(
                        whole.substring(
                                0,
                                whole.offsetByCodePoints(0, spans.get(most - 1).getEnd())),
                        most);
    }

    /** The last tokens of a text, likewise. */
    public Cut tail(String text, int most) {
        var whole = plain(text);
        var spans = spans(whole);
        var from = spans.size() - most;
        return from <= 0
                ? new Cut(whole, spans.size())
                : new Cut(
                        whole.substring(
                                whole.offsetByCodePoints(0, spans.get(from).getStart())),
                        most);
    }

    private List<CharSpan> spans(String plain) {
        return plain.isEmpty()
                ? List.of()
                : Arrays.stream(tokenizer.encode(plain, false, false).getCharTokenSpans())
                        .filter(Objects::nonNull)
                        .toList();
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
    public String plain(String text) {
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
