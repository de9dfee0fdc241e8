package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerMemoryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The library reads the file as one text; a tree of it would be five times as large again. */
    @Test
    void makesNoTreeOfWhatItDoesNotNeed() throws IOException {
        var file = tokenizer("", "\"word\":1", ",\"more\":[" + "[],".repeat(2_000_000) + "[]]");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Tokenizer.open(file).close();
        var before = threads.getCurrentThreadAllocatedBytes();
        try (var tokenizer = Tokenizer.open(file)) {
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 * Files.size(file));
            assertThat(tokenizer.ids("word what")).containsExactly(1, 0);
        }
    }

    @Test
    void findsSpecialTokensWhereverTheyStand() throws IOException {
        var added =
                "{\"special\":true,\"id\":0,\"lstrip\":false,\"content\":\"[UNK]\",\"rstrip\":false,\"single_word\":false,\"normalized\":false},"
                        + "{\"id\":2,\"content\":\"[CLS]\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false,\"special\":true},"
                        + "{\"id\":3,\"content\":\"plain\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,\"normalized\":false,\"special\":false}";
        try (var tokenizer = Tokenizer.open(tokenizer(added, "\"word\":1", ""))) {
            assertThat(tokenizer.specials()).containsExactlyInAnyOrder("[UNK]", "[CLS]");
            assertThat(tokenizer.special("[CLS]")).isEqualTo(2);
            assertThat(tokenizer.ids("word what plain")).containsExactly(1, 0, 3);
        }
    }

    @Test
    void refusesMoreSpecialTokensThanAnyTokenizerHas() throws IOException {
        var added = IntStream.range(0, 100_001)
                .mapToObj("{\"id\":1,\"content\":\"<%d>\",\"special\":true}"::formatted)
                .collect(Collectors.joining(","));
        var file = tokenizer(added, "\"word\":1", "");
        assertThatExceptionOfType(ModelUnreadable.class)
                .isThrownBy(() -> Tokenizer.open(file).close())
                .withMessageContaining("more than 100000 special tokens");
    }

    private Path tokenizer(String added, String words, String more) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[%s],"normalizer":null,
                 "pre_tokenizer":{"type":"WhitespaceSplit"},"post_processor":null,"decoder":null,
                 "model":{"type":"WordLevel","vocab":{"[UNK]":0,%s},"unk_token":"[UNK]"%s}}
                """.formatted(added, words, more));
    }
}
