package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.Bundle;
import dev.paddock.rewardmodel.scoring.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens the model that a command names: a bundle's folder, or one of the two that Paddock brings by its kind. */
final class Models {

    private Models() {}

    static RewardModel open(String named, Path cache) throws IOException {
        var providers = ExecutionProviders.preferring(List.of(Provider.CUDA, Provider.CPU));
        var brought = Arrays.stream(ModelKind.values())
                .filter(kind -> kind.label().equals(named))
                .findFirst();
        if (brought.isPresent()) {
            return Bundle.open(DefaultBundles.materialise(cache, brought.get()), providers);
        }
        if (!Files.isDirectory(Path.of(named))) {
            throw new IllegalArgumentException(
                    "--model " + named + " is neither a bundle's folder nor helpfulness or safety.");
        }
        return Bundle.open(Path.of(named), providers);
    }

    static ModelKind kind(String named) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.label().equals(named))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--kind " + named + " is neither helpfulness nor safety."));
    }

    /** Where the bundles of the two that Paddock brings are unpacked. */
    static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "paddock", "reward-models");
    }
}
