package dev.paddock.reward;

import dev.paddock.rewardmodel.onnx.NativeCache;
import dev.paddock.rewardmodel.scoring.Bundle;
import dev.paddock.rewardmodel.scoring.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The folder where the bundles of reward models lie, and opening one of them. */
@Component
class Stable {

    private final Path folder;
    private final RewardSettings settings;
    private final Registry registry;

    Stable(DataFolder data, RewardSettings settings, Registry registry) {
        this.folder = data.path().resolve("reward-models");
        this.settings = settings;
        this.registry = registry;
        NativeCache.use(data.path().resolve("native"));
    }

    /** Opens the model that serves; where none does yet, the one that Paddock brings takes the place. */
    Standing.Serving open(ModelKind kind) throws IOException {
        var serving = registry.serving(kind);
        if (serving.isEmpty()) {
            return openDefault(kind);
        }
        var bundle = folder.resolve(serving.get().folder());
        if (!bundle.toFile().isDirectory()) {
            DefaultBundles.materialise(folder);
        }
        return new Standing.Serving(serving.get().name(), Bundle.open(bundle, settings.executionProviders()));
    }

    private Standing.Serving openDefault(ModelKind kind) throws IOException {
        var bundles = DefaultBundles.materialise(folder);
        var bundle = kind == ModelKind.HELPFULNESS ? bundles.helpfulness() : bundles.safety();
        var model = Bundle.open(bundle, settings.executionProviders());
        registry.serveUnlessAnother(name(model), kind, bundle.getFileName().toString(), model.id());
        var chosen = registry.serving(kind)
                .orElseThrow(() -> new IllegalStateException(
                        "the one that Paddock brings was retired, and no other was put into its place"));
        if (chosen.sha256().equals(model.id())) {
            return new Standing.Serving(chosen.name(), model);
        }
        model.close();
        return new Standing.Serving(
                chosen.name(), Bundle.open(folder.resolve(chosen.folder()), settings.executionProviders()));
    }

    /** Name and version, and enough of the hash that no other bundle can ever have the same name. */
    private static String name(RewardModel model) {
        var card = model.card();
        return card.kind().label() + "-" + card.name() + "-" + card.version() + "-"
                + model.id().substring(0, 8);
    }

    /** The bundle's {@code card.md}; empty where this process has no copy of it. */
    String card(RegisteredModel model) {
        try {
            return Files.readString(folder.resolve(model.folder()).resolve("card.md"));
        } catch (IOException absent) {
            return "";
        }
    }
}
