package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The default bundles, written once for all tests of a run, and things to score with them. */
public final class Defaults {

    static final Path HELPFULNESS;
    public static final Path SAFETY;

    static {
        try {
            var folder = emptied(Path.of("target", "default-bundles"));
            HELPFULNESS = DefaultBundles.materialise(folder, ModelKind.HELPFULNESS);
            SAFETY = DefaultBundles.materialise(folder, ModelKind.SAFETY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Defaults() {}

    /** What an earlier run left there was written by that run's code. */
    private static Path emptied(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }

    static RewardModel helpfulness() {
        return Bundle.open(HELPFULNESS, ExecutionProviders.cpu());
    }

    static RewardModel safety() {
        return Bundle.open(SAFETY, ExecutionProviders.cpu());
    }

    static List<Message> exchange(String question, String answer) {
        return List.of(Message.user(question), Message.assistant(answer));
    }

    /** Conversations of many lengths. */
    static List<List<Message>> conversations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> exchange(
                        "What is " + i + " times " + (i + 1) + "?",
                        "It is " + i * (i + 1) + ", if I count right. ".repeat(1 + i % 17)))
                .toList();
    }
}
