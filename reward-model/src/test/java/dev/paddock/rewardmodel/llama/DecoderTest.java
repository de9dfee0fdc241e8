package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.llama.conversion.Conversion;
import dev.paddock.rewardmodel.llama.gguf.Gguf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final int[] TOKENS = {
        1, 120, 118, 104, 117, 13, 75, 104, 111, 111, 114, 2, 13, 1, 260, 261, 262, 30, 31
    };

    /** From the plain reference, which gives the same ones. */
    private static final float FIRST_LOGIT = -2.848959f;

    private static final int[] CONTINUATION = {154, 123, 80, 218, 211, 70, 166, 75, 152, 214, 159, 166};

    @TempDir
    Path folder;

    @Test
    void computesTheLogitsOfTheArchitectureInFloats() throws Exception {
        assertThat(error(TinyLlama.PLAIN)).isLessThan(1e-5);
        assertThat(error(TinyLlama.PLAIN.tiedTogether())).isLessThan(1e-5);
    }

    /** The kernels round the activations to 8 bits, which is the whole of the error: the weights are exact. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 7, 8, 12, 13, 14})
    void computesTheLogitsOfEveryQuantisedForm(int type) throws Exception {
        assertThat(error(TinyLlama.PLAIN.withType(type))).isBetween(1e-6, 0.03);
        assertThat(error(TinyLlama.PLAIN.withType(type).tiedTogether())).isBetween(1e-6, 0.03);
    }

    @Test
    void computesTheLogitsWhereTypesAreMixed() throws Exception {
        assertThat(error(TinyLlama.of(12).withValuesOf(14))).isBetween(1e-6, 0.03);
        assertThat(error(TinyLlama.of(2).withValuesOf(0))).isBetween(1e-6, 0.03);
    }

    private double error(TinyLlama tiny) throws Exception {
        var path = tiny.write(folder.resolve("tiny.gguf"));
        try (var gguf = Gguf.open(path);
                var decoder = open(path);
                var track = decoder.track(64);
                var options = new OrtSession.RunOptions()) {
            var expected = new ReferenceLlama(tiny, gguf).logits(TOKENS);
            var logits = track.feed(TOKENS, 0, TOKENS.length, options);
            var squares = 0.0;
            var all = 0.0;
            for (var i = 0; i < logits.length; i++) {
                squares += Math.pow(logits[i] - expected[i], 2);
                all += Math.pow(expected[i], 2);
            }
            return Math.sqrt(squares / all);
        }
    }

    private Decoder open(Path path) throws IOException {
        var converted = Conversion.of(path, folder.resolve("cache"), Sha256.of(List.of(path)), fraction -> {});
        return Decoder.open(converted.resolve("model.onnx"));
    }

    @Test
    void givesTheSameLogitsWithAndWithoutTheCache() throws Exception {
        try (var decoder = open(TinyLlama.PLAIN.write(folder.resolve("tiny.gguf")))) {
            var whole = feed(decoder, TOKENS.length);
            assertThat(feed(decoder, 1)).containsExactly(whole, within(2e-5f));
            assertThat(feed(decoder, 7)).containsExactly(whole, within(2e-5f));
        }
    }

    @Test
    void continuesAsItAlwaysDid() throws Exception {
        try (var decoder = open(TinyLlama.PLAIN.write(folder.resolve("tiny.gguf")));
                var track = decoder.track(TOKENS.length + 12);
                var options = new OrtSession.RunOptions()) {
            var sampler = new Sampler(new Decoding(0, 1, 0, 1, 0, List.of()));
            var logits = track.feed(TOKENS, 0, TOKENS.length, options);
            assertThat(logits[100]).isCloseTo(FIRST_LOGIT, within(1e-4f));
            var tokens = new int[12];
            for (var i = 0; i < tokens.length; i++) {
                tokens[i] = sampler.next(logits).token();
                logits = track.feed(tokens, i, i + 1, options);
            }
            assertThat(tokens).containsExactly(CONTINUATION);
        }
    }

    private static float[] feed(Decoder decoder, int step) throws OrtException {
        try (var track = decoder.track(TOKENS.length);
                var options = new OrtSession.RunOptions()) {
            var logits = new float[0];
            while (track.position() < TOKENS.length) {
                var from = track.position();
                logits = track.feed(TOKENS, from, Math.min(from + step, TOKENS.length), options);
            }
            return logits.clone();
        }
    }
}
