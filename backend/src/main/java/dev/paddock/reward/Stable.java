package dev.paddock.reward;

import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.bundles.BundleRefused;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.NativeCache;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder where the bundles of reward models lie, and opening one of them. */
@Component
class Stable {

    /** How the folders of bundles begin that Paddock did not bring. */
    static final String OWN = "own-";

    private static final Logger log = LoggerFactory.getLogger(Stable.class);

    private final Path folder;
    private final ExecutionProviders providers;
    private final Servers servers;
    private final Registry registry;
    private final AtomicBoolean room = new AtomicBoolean();

    Stable(DataFolder data, RewardSettings settings, Servers servers, Registry registry) {
        this.folder = settings.folder().isEmpty() ? data.path().resolve("reward-models") : Path.of(settings.folder());
        this.providers = settings.executionProviders();
        this.servers = servers;
        this.registry = registry;
        settings.chooseRuntime();
        NativeCache.use(data.path().resolve("native"));
    }

    ExecutionProviders providers() {
        return providers;
    }

    /** Puts the model that Paddock brings into service where none serves, or an older one that it brought. */
    void bring(ModelKind kind) throws IOException {
        var serving = registry.serving(kind);
        if (serving.isPresent() && !isBrought(serving.get())) {
            return;
        }
        var bundle = DefaultBundles.materialise(folder, kind);
        var id = Bundle.id(bundle);
        registry.bring(name(bundle, id), kind, bundle.getFileName().toString(), id, DefaultBundles.family(kind));
    }

    /** Whether it is one of those that Paddock brings; of any other nobody knows what it was trained on. */
    boolean isBrought(RegisteredModel model) {
        return !model.folder().startsWith(OWN);
    }

    /** Whether it is the one that Paddock trains others from, and would write again. */
    boolean isNewestBrought(RegisteredModel model) throws IOException {
        return isBrought(model)
                && model.folder().equals(brought(model.kind()).getFileName().toString());
    }

    /** Kind, name and version, and enough of the id that no other bundle can ever have the same name. */
    private static String name(Path bundle, String id) {
        var named = bundle.getFileName().toString();
        return named.substring(0, named.lastIndexOf('-') + 1) + id.substring(0, 8);
    }

    /** A new folder beside the bundles, so that it can be moved among them in one step. */
    Path draft() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, ".draft-");
    }

    /** Where the vectors of conversations are kept from one training to the next. */
    Path vectors() {
        return folder.resolve("vectors");
    }

    /** The bundle that Paddock brings. */
    Path brought(ModelKind kind) throws IOException {
        return DefaultBundles.materialise(folder, kind);
    }

    /** Removes what was being written a day ago or longer, by somebody who was killed. */
    void sweep() throws IOException {
        var yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        for (var draft : drafts()) {
            if (Files.exists(draft) && Files.getLastModifiedTime(draft).compareTo(yesterday) < 0) {
                Durable.delete(draft);
            }
        }
    }

    List<Path> drafts() throws IOException {
        try (var drafts = Files.newDirectoryStream(folder, ".draft-*")) {
            return StreamSupport.stream(drafts.spliterator(), false).toList();
        }
    }

    Path path(RegisteredModel model) {
        return folder.resolve(model.folder());
    }

    /** Moves a bundle into a folder for drafts, if this process has a copy of it. */
    void takeAway(RegisteredModel model, Path draft) throws IOException {
        if (Files.exists(path(model))) {
            Files.move(path(model), draft.resolve(model.folder()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Whether the bundle was taken away into that draft, and no other copy of it is in its place. */
    boolean holds(Path draft, RegisteredModel model) {
        return Files.isDirectory(draft.resolve(model.folder())) && !Files.isDirectory(path(model));
    }

    /** Undoes {@link #takeAway}. */
    void putBack(RegisteredModel model, Path draft) throws IOException {
        Files.move(draft.resolve(model.folder()), path(model), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Checks a bundle that is to be registered, and opens it. */
    RewardModel open(Path bundle) {
        return Bundle.open(bundle, providers().tellingWhatLeaves(this::makeRoom), servers);
    }

    /** Opens one again that was found good. */
    RewardModel openAgain(Path bundle) {
        return Bundle.openUntried(bundle, providers().tellingWhatLeaves(this::makeRoom), servers);
    }

    /** Opens another copy on the GPU, or none. */
    RewardModel openOnGpu(RegisteredModel model) {
        return open(model, path(model), providers().only(Provider.CUDA));
    }

    /** Checks the bundle and opens it. One that Paddock brought is written again where it is damaged. */
    RewardModel open(RegisteredModel model) throws IOException {
        var bundle = path(model);
        try {
            return open(model, bundle, providers());
        } catch (BundleRefused damaged) {
            if (!isBrought(model) || !bundle.equals(DefaultBundles.materialise(folder, model.kind()))) {
                throw damaged;
            }
            log.warn("It is written again: {}", damaged.getMessage());
            return open(model, DefaultBundles.materialiseAgain(folder, model.kind()), providers());
        }
    }

    /** What it took of a GPU before it was found bad is no room that was made: it would be tried again and again. */
    private RewardModel open(RegisteredModel model, Path bundle, ExecutionProviders where) {
        var good = new AtomicBoolean();
        var telling = where.tellingWhatLeaves(() -> {
            if (good.get()) {
                makeRoom();
            }
        });
        var opened = Bundle.open(bundle, model.sha256(), telling, servers);
        good.set(true);
        return opened;
    }

    void makeRoom() {
        room.set(true);
    }

    /** Whether a model has left the memory of a GPU since this was asked last, whatever it was there for. */
    boolean roomWasMade() {
        return room.getAndSet(false);
    }

    /** The bundle's {@code card.md}, no more of it than a bundle may have; empty where this process has no copy of it. */
    String card(RegisteredModel model) {
        try (var card = Files.newInputStream(path(model).resolve(Bundle.FOR_PEOPLE))) {
            return new String(card.readNBytes(Bundle.MOST_FOR_PEOPLE), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }
}
