package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that score: a bundle's folder, or one of the two models that Paddock brings by its kind. */
@SuppressWarnings("NullAway.Init")
final class NamedModel {

    @Option(names = "--model", required = true, description = "a bundle's folder, or helpfulness or safety")
    private String named;

    @Mixin
    private Cache cache = new Cache();

    RewardModel open() throws IOException {
        var providers = ExecutionProviders.preferring(List.of(Provider.CUDA, Provider.CPU));
        var brought = brought();
        if (brought.isPresent()) {
            return Bundle.openUntried(
                    DefaultBundles.materialise(cache.folder(), brought.get()), providers, Servers.NONE);
        }
        if (!Files.isDirectory(Path.of(named))) {
            throw new IllegalArgumentException(
                    "--model " + named + " is neither a bundle's folder nor helpfulness or safety.");
        }
        return Bundle.openUntried(Path.of(named), providers, Servers.NONE);
    }

    private Optional<ModelKind> brought() {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.label().equals(named))
                .findFirst();
    }
}
