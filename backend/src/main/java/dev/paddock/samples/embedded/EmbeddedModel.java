package dev.paddock.samples.embedded;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.samples.generation.Health;
import dev.paddock.store.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the weights in the background once the application is up. Without any it starts all the same and says what is missing. */
@Component
public class EmbeddedModel {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedModel.class);

    private final @Nullable Path given;
    private final long answerBytes;
    private final WeightsFolder folder;
    private volatile Health health = Health.down("The embedded model is still loading. Try again in a few seconds.");
    private volatile @Nullable Llama llama;

    EmbeddedModel(WeightsSettings settings, DataFolder data) {
        this.given = settings.weights();
        this.answerBytes = settings.answerMemory().toBytes();
        this.folder = new WeightsFolder(data.path().resolve("weights"));
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        ModelLoading.later(this::loadNow);
    }

    private void loadNow() {
        try {
            var weights = given == null ? chosen() : Optional.of(given);
            if (weights.isEmpty()) {
                give(
                        null,
                        Health.down("There are no model weights yet. Put a GGUF file into " + folder.path()
                                + " and start Paddock again, or add a model server."));
            } else {
                give(open(weights.get()), Health.UP);
            }
        } catch (Exception | LinkageError | OutOfMemoryError unusable) {
            // Whatever it is: nobody may be told for ever that it is still loading.
            log.warn("The embedded model cannot be loaded", unusable);
            give(null, Health.down("The embedded model cannot be loaded: " + reason(unusable)));
        }
    }

    private Optional<Path> chosen() throws IOException {
        var found = folder.usable();
        if (found.size() > 1) {
            log.info("There are several models in {}; paddock.weights says which to take: {}", folder.path(), found);
        }
        return folder.choose();
    }

    private static String reason(Throwable unusable) {
        return unusable instanceof UnusableWeights || unusable instanceof IOException
                ? String.valueOf(unusable.getMessage())
                : unusable.toString();
    }

    private Llama open(Path weights) throws IOException {
        log.info("Loading the embedded model from {}", weights);
        var opened = Llama.open(weights, folder.path().resolve("converted"), answerBytes, new ProgressLog(log));
        log.info("The embedded model is ready: {}", opened.describe());
        return opened;
    }

    private void give(@Nullable Llama loaded, Health state) {
        llama = loaded;
        health = state;
    }

    public Health health() {
        return health;
    }

    /** Empty while, or because, {@link #health} is down. */
    public Optional<Llama> llama() {
        return Optional.ofNullable(llama);
    }
}
