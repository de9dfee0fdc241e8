package dev.paddock.rewardmodel.llama;

import dev.paddock.rewardmodel.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints one line of tokens per second and first-token times; benchmarks.md says how to run it beside llama.cpp. */
final class LlamaBenchmark {

    private static final String TOPIC =
            "A llama is a domesticated animal of the Andes that carries loads and gives wool. ";

    private final Llama llama;

    private LlamaBenchmark(Llama llama) {
        this.llama = llama;
    }

    record Speed(int promptTokens, double firstMillis, double tokensPerSecond) {}

    /** Arguments: the weights, and a directory for the converted ones. */
    public static void main(String[] arguments) throws Exception {
        try (var llama = Llama.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
            new LlamaBenchmark(llama).run();
        }
    }

    private void run() throws Exception {
        measure("Warm up. " + TOPIC, 64);
        var small = measure("What is a llama?", 128);
        var large = measure(TOPIC.repeat(10) + "Sum it up.", 128);
        System.out.printf(
                Locale.ROOT,
                "short prompt: %d tokens, first token %.0f ms, then %.1f tok/s | long prompt: %d tokens, %.0f tok/s, then %.1f tok/s%n",
                small.promptTokens(),
                small.firstMillis(),
                small.tokensPerSecond(),
                large.promptTokens(),
                1000 * large.promptTokens() / large.firstMillis(),
                large.tokensPerSecond());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var streams = new ArrayList<Future<Speed>>();
            for (var stream = 0; stream < 2; stream++) {
                var question = "Stream " + stream + " tells a story.";
                streams.add(threads.submit(() -> measure(question, 128)));
            }
            for (var stream : streams) {
                System.out.printf(
                        Locale.ROOT,
                        "one of two streams: first token %.0f ms, then %.1f tok/s%n",
                        stream.get().firstMillis(),
                        stream.get().tokensPerSecond());
            }
        }
    }

    private Speed measure(String question, int tokens) {
        var first = new long[1];
        var began = System.nanoTime();
        // Warm, so that no answer of the usual kind ends early.
        var completion = llama.generate(
                List.of(Message.system(Long.toString(began)), Message.user(question)),
                new Decoding(1, 1, 0, tokens, 1, List.of()),
                (text, logProbability) -> first[0] = first[0] == 0 ? System.nanoTime() : first[0],
                new Cancellation());
        var seconds = (System.nanoTime() - first[0]) / 1e9;
        return new Speed(
                completion.promptTokens(), (first[0] - began) / 1e6, (completion.completionTokens() - 1) / seconds);
    }
}
