package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.pairs.HhRlhf;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long one score of a text of about 300 tokens takes with each default model, one after the other on one thread; prints milliseconds
 * of the thread's processor time, which other work on the machine disturbs least, of the clock, and the bundle's size. Argument: an HH-RLHF file, whose first 400 pairs are looked at.
 */
final class LatencyBenchmark {

    private static final int ROUNDS = 6;

    private LatencyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var pairs = HhRlhf.read(Path.of(arguments[0])).pairs().subList(0, 400);
        for (var kind : ModelKind.values()) {
            var folder = DefaultBundles.materialise(Files.createTempDirectory("bundles"), kind);
            try (var model = Bundle.open(folder, ExecutionProviders.cpu())) {
                var texts = pairs.stream()
                        .map(pair -> pair.chosenConversation())
                        .filter(text -> Math.abs(model.score(text).tokens() - 300) <= 10)
                        .toList();
                for (var round = 0; round < ROUNDS; round++) {
                    print(
                            kind,
                            round,
                            texts.stream()
                                    .map(text -> Took.by(() -> model.score(text)))
                                    .toList());
                }
                System.out.printf("%s: bundle %.1f MB%n", kind.label(), size(folder) / 1e6);
            }
        }
    }

    private static void print(ModelKind kind, int round, List<Took> took) {
        System.out.printf(
                "%s, round %d: %d texts of 290 to 310 tokens, processor %.1f ms (longest %.1f), clock %.1f ms%n",
                kind.label(),
                round,
                took.size(),
                took.stream().mapToDouble(Took::processor).average().orElse(0),
                took.stream().mapToDouble(Took::processor).max().orElse(0),
                took.stream().mapToDouble(Took::clock).average().orElse(0));
    }

    /** Milliseconds. */
    private record Took(double processor, double clock) {

        static Took by(Runnable work) {
            var threads = ManagementFactory.getThreadMXBean();
            var started = System.nanoTime();
            var before = threads.getCurrentThreadCpuTime();
            work.run();
            return new Took((threads.getCurrentThreadCpuTime() - before) / 1e6, (System.nanoTime() - started) / 1e6);
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
