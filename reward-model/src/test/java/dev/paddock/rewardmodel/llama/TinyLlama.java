package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.llama.gguf.GgufWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A Llama of a few thousand seeded random weights, written as GGUF. It talks nonsense, always the same.
 *
 * @param type GGUF's number for the type of its matrices
 * @param valueType the same for the values of attention
 */
public record TinyLlama(
        int width,
        int feedForward,
        int heads,
        int keyHeads,
        int layers,
        int context,
        int type,
        int valueType,
        boolean tied) {

    static final TinyLlama PLAIN = new TinyLlama(64, 96, 4, 2, 2, 512, 0, 0, false);

    public static TinyLlama of(int type) {
        return PLAIN.withType(type);
    }

    /** As llama.cpp's mixed files have it: the values of attention in another type than the rest. */
    public TinyLlama withValuesOf(int other) {
        return new TinyLlama(width, feedForward, heads, keyHeads, layers, context, type, other, tied);
    }

    public TinyLlama withType(int other) {
        var width = other >= 12 ? 256 : 64;
        return new TinyLlama(width, other >= 12 ? 256 : 96, heads, keyHeads, layers, context, other, other, tied);
    }

    TinyLlama tiedTogether() {
        return new TinyLlama(width, feedForward, heads, keyHeads, layers, context, type, valueType, true);
    }

    /** Slow enough that somebody may want it to stop. */
    public static TinyLlama slow() {
        return new TinyLlama(256, 1024, 4, 4, 12, 8192, 0, 0, true);
    }

    /** What keys and values of one token take in memory. */
    long cacheBytes() {
        return 2L * layers * keyHeads * (width / heads) * Float.BYTES;
    }

    public Path write(Path path) throws IOException {
        return gguf().write(path);
    }

    public GgufWriter gguf() {
        var gguf = new GgufWriter()
                .set("general.architecture", "llama")
                .set("general.name", "Tiny")
                .set("llama.block_count", layers)
                .set("llama.context_length", context)
                .set("llama.embedding_length", width)
                .set("llama.feed_forward_length", feedForward)
                .set("llama.attention.head_count", heads)
                .set("llama.attention.head_count_kv", keyHeads)
                .set("llama.rope.freq_base", 10000f)
                .set("llama.attention.layer_norm_rms_epsilon", 1e-5f);
        TinyVocabulary.describe(gguf);
        return weights(gguf);
    }

    private GgufWriter weights(GgufWriter gguf) {
        var random = new SplittableRandom(11);
        var keys = width / heads * keyHeads;
        matrix(gguf, random, "token_embd", TinyVocabulary.tokens().size(), width);
        for (var layer = 0; layer < layers; layer++) {
            var block = "blk." + layer + ".";
            norm(gguf, random, block + "attn_norm");
            matrix(gguf, random, block + "attn_q", width, width);
            matrix(gguf, random, block + "attn_k", keys, width);
            matrix(gguf, random, block + "attn_v", keys, width);
            matrix(gguf, random, block + "attn_output", width, width);
            norm(gguf, random, block + "ffn_norm");
            matrix(gguf, random, block + "ffn_gate", feedForward, width);
            matrix(gguf, random, block + "ffn_up", feedForward, width);
            matrix(gguf, random, block + "ffn_down", width, feedForward);
        }
        norm(gguf, random, "output_norm");
        if (!tied) {
            matrix(gguf, random, "output", TinyVocabulary.tokens().size(), width);
        }
        return gguf;
    }

    private void norm(GgufWriter gguf, SplittableRandom random, String name) {
        var data = floats(width);
        for (var i = 0; i < width; i++) {
            data.putFloat((float) random.nextDouble(0.8, 1.2));
        }
        gguf.tensor(name + ".weight", 0, data.array(), width);
    }

    private void matrix(GgufWriter gguf, SplittableRandom random, String name, int rows, int columns) {
        var itsType = name.endsWith("attn_v") ? valueType : type;
        var data = itsType == 0 ? numbers(random, rows, columns) : RandomBlocks.of(itsType, random, rows * columns);
        gguf.tensor(name + ".weight", itsType, data, columns, rows);
    }

    private static byte[] numbers(SplittableRandom random, int rows, int columns) {
        var data = floats(rows * columns);
        for (var i = 0; i < rows * columns; i++) {
            data.putFloat((float) (random.nextGaussian() * 2 / Math.sqrt(columns)));
        }
        return data.array();
    }

    private static ByteBuffer floats(int count) {
        return ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
