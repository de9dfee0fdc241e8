package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.retraining.Origin;
import dev.paddock.rewardmodel.retraining.Retraining;
import dev.paddock.rewardmodel.scoring.ModelCard.Measured;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a default model further on your own pairs and writes a bundle.")
@SuppressWarnings("NullAway.Init")
final class TrainCommand implements Callable<Integer> {

    private static final double MOST_WEIGHT = 100;

    @Option(names = "--kind", required = true, description = "helpfulness or safety")
    private String kind;

    @Option(names = "--out", required = true, description = "the folder to put the bundle's into")
    private Path out;

    @Option(names = "--version-name", defaultValue = "1", description = "the version on its card")
    private String version;

    @Option(
            names = "--safety-weight",
            description =
                    "what the safety loss counts beside the ranking loss, learnt from pairs with 'safety' or 'ratings';"
                            + " by default 0.5 for safety and 0 for helpfulness, as in the platform")
    private @Nullable Double safetyWeight;

    @Mixin
    private SeedFolder seed = new SeedFolder();

    @Mixin
    private Cache cache = new Cache();

    @Parameters(description = "pairs as Paddock exports them, trl or hh, as JSON lines")
    private Path pairs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var of = kind();
        var brought = DefaultBundles.materialise(cache.folder(), of);
        var own = Pairs.read(pairs);
        var id = Bundle.id(brought);
        var against = new Measured(brought.getFileName().toString(), id);
        var origin = new Origin(version, pairs.toString(), List.of(), null, Instant.now(), against);
        var training = new Retraining(DefaultBundles.head(of), id, own, own, seed.pairs(of), safetyWeight(of), origin);
        try (var before = Bundle.openUntried(brought, ExecutionProviders.cpu(), Servers.NONE)) {
            var result = training.run(
                    conversations -> before.scoreAll(conversations).stream()
                            .mapToDouble(Score::value)
                            .toArray(),
                    cache.folder().resolve("vectors"),
                    out,
                    progress());
            spec.commandLine().getOut().println(result.bundle());
            spec.commandLine()
                    .getOut()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result.report()));
        }
        return 0;
    }

    private ModelKind kind() {
        return Arrays.stream(ModelKind.values())
                .filter(known -> known.label().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--kind " + kind + " is neither helpfulness nor safety."));
    }

    private double safetyWeight(ModelKind of) {
        if (safetyWeight == null) {
            return Retraining.usualSafetyWeight(of);
        }
        if (!(safetyWeight >= 0 && safetyWeight <= MOST_WEIGHT)) {
            throw new IllegalArgumentException("--safety-weight must be 0 to 100, not " + safetyWeight + ".");
        }
        return safetyWeight;
    }

    private Progress progress() {
        return new Told(spec.commandLine().getErr());
    }

    /** A line for each phase and each hundred of its steps. */
    private static final class Told implements Progress {

        private final PrintWriter to;
        private String told = "";
        private int hundreds;

        Told(PrintWriter to) {
            this.to = to;
        }

        @Override
        public void at(String phase, int done, int total) {
            if (!phase.equals(told) || done / 100 != hundreds) {
                hundreds = done / 100;
                told = phase;
                to.println(phase + " " + done + "/" + total);
            }
        }
    }
}
