package dev.paddock.reward;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.NativeCache;
import dev.paddock.rewardmodel.scoring.Bundle;
import dev.paddock.rewardmodel.scoring.BundleRefused;
import dev.paddock.rewardmodel.scoring.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder where the bundles of reward models lie, and opening one of them. */
@Component
class Stable {

    private static final Logger log = LoggerFactory.getLogger(Stable.class);

    private final Path folder;
    private final ExecutionProviders providers;
    private final Registry registry;

    Stable(DataFolder data, RewardSettings settings, Registry registry) {
        this.folder = data.path().resolve("reward-models");
        this.providers = settings.executionProviders();
        this.registry = registry;
        NativeCache.use(data.path().resolve("native"));
    }

    /** Opens the model that serves. Where none does, or an older one that Paddock brought, the one that it brings now takes the place. */
    Standing.Serving open(ModelKind kind) throws IOException {
        var serving = registry.serving(kind);
        if (serving.isEmpty() || isBrought(serving.get(), kind)) {
            bring(kind);
        }
        var chosen = registry.serving(kind)
                .orElseThrow(() -> new IllegalStateException(
                        "the one that Paddock brings was retired, and no other was put into its place"));
        return new Standing.Serving(chosen.name(), open(chosen, kind));
    }

    private static boolean isBrought(RegisteredModel model, ModelKind kind) throws IOException {
        return model.folder().startsWith(DefaultBundles.family(kind));
    }

    private void bring(ModelKind kind) throws IOException {
        var bundle = DefaultBundles.materialise(folder, kind);
        var id = Bundle.id(bundle);
        registry.bring(name(bundle, id), kind, bundle.getFileName().toString(), id, DefaultBundles.family(kind));
    }

    /** Kind, name and version, and enough of the id that no other bundle can ever have the same name. */
    private static String name(Path bundle, String id) {
        var named = bundle.getFileName().toString();
        return named.substring(0, named.lastIndexOf('-') + 1) + id.substring(0, 8);
    }

    private RewardModel open(RegisteredModel model, ModelKind kind) throws IOException {
        var bundle = folder.resolve(model.folder());
        try {
            return Bundle.open(bundle, model.sha256(), providers);
        } catch (BundleRefused damaged) {
            if (!isBrought(model, kind) || !bundle.equals(DefaultBundles.materialise(folder, kind))) {
                throw damaged;
            }
            log.warn("It is written again: {}", damaged.getMessage());
            return Bundle.open(DefaultBundles.materialiseAgain(folder, kind), model.sha256(), providers);
        }
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
