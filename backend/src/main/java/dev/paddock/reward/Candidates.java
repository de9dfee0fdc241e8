package dev.paddock.reward;

import dev.paddock.reward.judging.HeadToHeads;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is needed to make a reward model here: where it grows from, its way among the registered, and how it stands beside the one that serves. */
@Component
public class Candidates {

    private final Stable stable;
    private final Intake intake;
    private final Registry registry;
    private final Samples samples;
    private final Scoring scoring;
    private final Backlog backlog;
    private final HeadToHeads headToHeads;

    Candidates(
            Stable stable,
            Intake intake,
            Registry registry,
            Samples samples,
            Scoring scoring,
            Backlog backlog,
            HeadToHeads headToHeads) {
        this.stable = stable;
        this.intake = intake;
        this.registry = registry;
        this.samples = samples;
        this.scoring = scoring;
        this.backlog = backlog;
        this.headToHeads = headToHeads;
    }

    /** The id of the bundle that Paddock brings. */
    public String brought(ModelKind kind) throws IOException {
        return Bundle.id(stable.brought(kind));
    }

    /** The id of the bundle that is registered by this name; empty where none is. */
    public Optional<String> id(String model) {
        return registry.find(model).map(RegisteredModel::sha256);
    }

    /** Where the vectors of conversations are kept from one training to the next. */
    public Path vectors() {
        return stable.vectors();
    }

    /** As {@link #headToHead}, or as it was a minute ago. */
    public Optional<HeadToHeadFigures> headToHeadLately(RegisteredModel candidate, String serves) {
        return headToHeads.lately(candidate.name(), serves, candidate.kind());
    }

    /** A model beside the one that serves; empty where there is no held-out comparison that both have scored. */
    public Optional<HeadToHeadFigures> headToHead(RegisteredModel candidate, String serves) {
        return headToHeads.of(candidate.name(), serves, candidate.kind());
    }

    /** Makes a bundle. */
    @FunctionalInterface
    public interface Making<T> {

        /** @param draft an empty folder */
        T into(Path draft) throws IOException;
    }

    /** Has something done with a folder for a new bundle, of which nothing stays unless it is {@link #keep kept}. */
    public <T> T drafted(Making<T> making) throws IOException {
        var draft = stable.draft();
        try {
            return making.into(draft);
        } finally {
            Durable.delete(draft);
        }
    }

    /** What the bundle in this folder, which was made here, will be registered as. */
    public RegisteredModel describe(Path bundle) {
        return intake.describeOwn(bundle);
    }

    /**
     * Registers a bundle as a candidate.
     *
     * @param by whoever wanted it; null for Paddock itself
     * @param bundle its folder, which is moved into its place
     * @param first its scores, which are there as soon as it is
     * @param together what is to be saved with the registration or not at all; it may throw a
     *     {@link java.util.concurrent.CancellationException}
     */
    public void keep(@Nullable UUID by, Path bundle, RegisteredModel model, FirstScores first, Runnable together)
            throws IOException {
        intake.keep(by, bundle, model, () -> {
            first.save(samples, backlog);
            together.run();
        });
    }

    /**
     * Has a model that was {@link #describe described} and is not registered yet score samples. Nothing of that is saved unless it is {@link #keep kept}.
     *
     * @param name that it will have
     * @param conversations by the sample that ends them
     * @param done told how many of them are done
     */
    public FirstScores firstScores(String name, Path bundle, Map<UUID, List<Message>> conversations, IntConsumer done)
            throws IOException {
        try (var model = ModelLoading.now(() -> stable.openAgain(bundle))) {
            return FirstScores.of(name, model, conversations, scoring, done);
        }
    }
}
