package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.llama.conversion.Conversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The starter weights against llama.cpp (the sources in llama_cpp_python 0.3.36): token numbers from its llama-tokenize, answers from the
 * same weights expanded to 32-bit floats. Skipped where the weights have not been fetched.
 */
class SmolLm2Test {

    private static final List<Message> HAIKU = List.of(Message.user("Write a haiku about llamas."));

    private static final int[] PROMPT = {
        1, 9690, 198, 2683, 359, 253, 5356, 5646, 11173, 3365, 3511, 308, 34519, 28, 7018, 411, 407, 19712, 8182, 2,
        198, 1, 4093, 198, 19161, 253, 421, 30614, 563, 303, 4130, 292, 30, 2, 198, 1, 520, 9531, 198
    };

    private static final int[] GREEDY = {
        788, 260, 3163, 28, 253, 303, 4130, 81, 506, 10006, 359, 10006, 28, 253, 303, 4130, 81, 506, 3497, 359, 3497,
        28, 253, 303
    };

    @TempDir
    static Path folder;

    private static ModelDirectory directory;
    private static Vocabulary vocabulary;

    @BeforeAll
    static void convert() throws IOException {
        var root = Path.of(System.getProperty("paddock.root", "."));
        var weights = Optional.ofNullable(System.getenv("PADDOCK_WEIGHTS"))
                .or(() -> Optional.ofNullable(System.getProperty("PADDOCK_WEIGHTS")))
                .map(Path::of)
                .orElse(root.resolve("data/weights/SmolLM2-135M-Instruct.Q4_1.gguf"));
        assumeTrue(
                Files.exists(weights), () -> "There are no starter weights at " + weights + "; bin/start fetches them");
        var checksum = Sha256.of(List.of(weights));
        assertThat(checksum).isEqualTo("b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53");
        directory = ModelDirectory.of(Conversion.of(weights, folder, checksum, fraction -> {}));
        vocabulary = directory.vocabulary();
    }

    @Test
    void cutsTextIntoTheSameTokens() throws IOException {
        assertThat(vocabulary.encode(directory.promptFormat(vocabulary).prompt(HAIKU)))
                .containsExactly(PROMPT);
        assertThat(vocabulary.ids("Hello 1234 wörld's 🦙 naïve\n\n  two  spaces\tand <|im_end|> don't I'LL 日本語"))
                .containsExactly(
                        19556, 216, 33, 34, 35, 36, 267, 29989, 400, 506, 15107, 116, 243, 15486, 46494, 8866, 827, 216,
                        5600, 197, 397, 2067, 108, 306, 79, 486, 108, 46, 1326, 982, 339, 23, 16421, 17097, 241, 115,
                        40993, 179, 120, 248);
    }

    /** Rounding differs between kinds of processors, so a token may be the second choice, but only by a hair. */
    @Test
    void findsTheSameTokensLikeliest() throws Exception {
        try (var decoder = Decoder.open(directory.graph());
                var track = decoder.track(PROMPT.length + GREEDY.length);
                var options = new OrtSession.RunOptions()) {
            var logits = track.feed(PROMPT, 0, PROMPT.length, options);
            var misses = 0;
            for (var token : GREEDY) {
                var best = new Sampler(new Decoding(0, 1, 0, 1, 0, List.of()))
                        .next(logits)
                        .token();
                misses += best == token ? 0 : 1;
                assertThat(logits[best] - logits[token]).isLessThan(1);
                logits = track.feed(new int[] {token}, 0, 1, options);
            }
            assertThat(misses).isLessThanOrEqualTo(4);
        }
    }
}
