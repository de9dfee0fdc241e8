package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.llama.gguf.GgufWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Three marks, every byte, and a few merges, as a byte-level vocabulary in GGUF's form. */
final class TinyVocabulary {

    private static final List<String> MERGES =
            List.of("h e", "l l", "l a", "Ġ t", "Ġt he", "i n", "ll a", "m a", "Ġ a", "o n", "Ð ¼", "l o", "lo w");

    private TinyVocabulary() {}

    static List<String> tokens() {
        var bytes = new ArrayList<String>();
        var unprintable = 256;
        for (var value = 0; value < 256; value++) {
            var printable = value > 32 && value < 127 || value > 160 && value != 173;
            bytes.add(Character.toString(printable ? value : unprintable++));
        }
        var marks = Stream.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");
        var merged = MERGES.stream().map(merge -> merge.replace(" ", ""));
        return Stream.of(marks, bytes.stream(), merged).flatMap(part -> part).toList();
    }

    static void describe(GgufWriter gguf) {
        var kinds = new ArrayList<Integer>();
        tokens().forEach(token -> kinds.add(kinds.size() < 3 ? 3 : 1));
        gguf.set("tokenizer.ggml.model", "gpt2")
                .set("tokenizer.ggml.pre", "smollm")
                .set("tokenizer.ggml.tokens", tokens())
                .set("tokenizer.ggml.token_type", kinds)
                .set("tokenizer.ggml.merges", MERGES)
                .set("tokenizer.ggml.eos_token_id", 2)
                .set("tokenizer.chat_template", "{% for message in messages %}{{'<|im_start|>' + message['role']}}");
    }
}
