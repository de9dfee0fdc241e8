package dev.paddock.rewardmodel.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tokenizer.json of whole words, with the special tokens of several families of models. A token's id is its place in the list. */
public final class TinyTokenizer {

    private static final List<String> SPECIAL = List.of(
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "<s>",
            "</s>",
            "<|im_start|>",
            "<|im_end|>",
            "<|begin_of_text|>",
            "<|start_header_id|>",
            "<|end_header_id|>",
            "<|eot_id|>");
    private static final List<String> WORDS = List.of(
            "system",
            "user",
            "assistant",
            "Human",
            "Assistant",
            ":",
            "[",
            "INST",
            "]",
            "[/",
            "<<",
            "SYS",
            ">>",
            "<</",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "\uD83E\uDD99");
    private static final List<String> ALL =
            Stream.concat(SPECIAL.stream(), WORDS.stream()).toList();

    private TinyTokenizer() {}

    /** The ids of tokens with a space between them. */
    public static long[] ids(String tokens) {
        return Arrays.stream(tokens.split(" "))
                .mapToLong(token -> {
                    if (!ALL.contains(token)) {
                        throw new IllegalArgumentException(token);
                    }
                    return ALL.indexOf(token);
                })
                .toArray();
    }

    static int size() {
        return ALL.size();
    }

    public static Path write(Path folder) throws IOException {
        return write(folder, "null");
    }

    public static Path write(Path folder, String normalizer) throws IOException {
        var added = IntStream.range(0, SPECIAL.size())
                .mapToObj(id -> "{\"id\":%d,\"content\":\"%s\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,"
                                .formatted(id, SPECIAL.get(id))
                        + "\"normalized\":true,\"special\":true}")
                .collect(Collectors.joining(","));
        var vocabulary = IntStream.range(0, ALL.size())
                .mapToObj(id -> "\"%s\":%d".formatted(ALL.get(id), id))
                .collect(Collectors.joining(","));
        return Files.writeString(folder.resolve("tokenizer.json"), """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[%s],"normalizer":%s,
                 "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
                 "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}
                """.formatted(added, normalizer, vocabulary));
    }
}
