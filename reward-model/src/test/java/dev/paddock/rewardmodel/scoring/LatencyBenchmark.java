package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.training.HhRlhf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long one score of a text of about 300 tokens takes with each default model, one after the other on one thread; prints milliseconds
 * and the bundle's size. Argument: an HH-RLHF file.
 */
final class LatencyBenchmark {

    private static final int ROUNDS = 6;

    private LatencyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var pairs = HhRlhf.read(Path.of(arguments[0])).pairs();
        for (var kind : ModelKind.values()) {
            var folder = DefaultBundles.materialise(Files.createTempDirectory("bundles"), kind);
            try (var model = Bundle.open(folder, ExecutionProviders.cpu())) {
                var texts = pairs.stream()
                        .map(pair -> pair.chosenConversation())
                        .filter(text -> Math.abs(model.score(text).tokens() - 300) <= 10)
                        .toList();
                var millis = IntStream.range(0, ROUNDS)
                        .boxed()
                        .flatMap(_ -> texts.stream().map(text -> millis(model, text)))
                        .skip(texts.size())
                        .sorted()
                        .toList();
                System.out.printf(
                        "%s: %d texts of 290 to 310 tokens, median %.1f ms, 95 %% under %.1f ms, longest %.1f ms; bundle %.1f MB%n",
                        kind.label(),
                        texts.size(),
                        millis.get(millis.size() / 2),
                        millis.get(millis.size() * 95 / 100),
                        millis.getLast(),
                        size(folder) / 1e6);
            }
        }
    }

    private static double millis(RewardModel model, List<Message> text) {
        var started = System.nanoTime();
        model.score(text);
        return (System.nanoTime() - started) / 1e6;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
