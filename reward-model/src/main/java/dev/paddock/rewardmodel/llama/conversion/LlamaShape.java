package dev.paddock.rewardmodel.llama.conversion;

import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.gguf.Gguf;

/** The sizes of a Llama, as its GGUF file states them. */
record LlamaShape(
        int layers,
        int width,
        int feedForward,
        int heads,
        int keyHeads,
        int headSize,
        int context,
        int vocabulary,
        float epsilon,
        double rotaryBase,
        double rotaryStretch) {

    private static final int LARGEST_HEAD = 1024;

    /** The tables of rotations have a row for each position: a damaged number would fill the disk with them. */
    private static final int LONGEST_CONTEXT = 1 << 20;

    static LlamaShape of(Gguf gguf) {
        var metadata = gguf.metadata();
        var architecture = metadata.get("general.architecture", String.class);
        check(gguf, architecture.equals("llama"), "holds the architecture '%s'; only 'llama' runs here", architecture);
        int width = metadata.size("llama.embedding_length");
        int heads = metadata.size("llama.attention.head_count");
        int keyHeads = metadata.find("llama.attention.head_count_kv", Long.class)
                .map(Long::intValue)
                .orElse(heads);
        check(
                gguf,
                width % heads == 0 && keyHeads > 0 && heads % keyHeads == 0,
                "has %d heads on width %d",
                heads,
                width);
        int headSize = width / heads;
        check(
                gguf,
                headSize % 16 == 0 && headSize <= LARGEST_HEAD,
                "has heads of %d; ONNX Runtime takes multiples of 16",
                headSize);
        int context = metadata.size("llama.context_length");
        check(
                gguf,
                context <= LONGEST_CONTEXT,
                "has a context of %d tokens, %d at most run here",
                context,
                LONGEST_CONTEXT);
        var rotary = metadata.find("llama.rope.dimension_count", Long.class).orElse((long) headSize);
        check(gguf, rotary == headSize, "rotates %d of %d dimensions; all or none runs here", rotary, headSize);
        return new LlamaShape(
                metadata.size("llama.block_count"),
                width,
                metadata.size("llama.feed_forward_length"),
                heads,
                keyHeads,
                headSize,
                context,
                metadata.list("tokenizer.ggml.tokens", String.class).size(),
                metadata.get("llama.attention.layer_norm_rms_epsilon", Double.class)
                        .floatValue(),
                metadata.find("llama.rope.freq_base", Double.class).orElse(10_000.0),
                rotaryStretch(gguf));
    }

    private static double rotaryStretch(Gguf gguf) {
        var scaling =
                gguf.metadata().find("llama.rope.scaling.type", String.class).orElse("none");
        check(gguf, scaling.equals("none") || scaling.equals("linear"), "scales positions by '%s'", scaling);
        return scaling.equals("none") ? 1 : gguf.metadata().get("llama.rope.scaling.factor", Double.class);
    }

    private static void check(Gguf gguf, boolean fine, String fault, Object... values) {
        if (!fine) {
            throw new UnusableWeights(gguf.file() + " " + fault.formatted(values) + ".");
        }
    }
}
