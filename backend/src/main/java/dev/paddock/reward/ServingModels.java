package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The reward models this process has open: one that serves of each kind, and those in the shadow. Changed by {@link RegistryFollower} alone. */
@Component
class ServingModels {

    private static final Logger log = LoggerFactory.getLogger(ServingModels.class);

    private final RewardSettings settings;
    private final Map<ModelKind, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, OpenModel> shadows = new ConcurrentHashMap<>();

    private boolean wanted = true;

    ServingModels(RewardSettings settings) {
        this.settings = settings;
        closed();
    }

    /** Before a start, and after a stop that another start may follow. */
    private void closed() {
        for (var kind : ModelKind.values()) {
            standings.put(kind, settings.enabled() ? new Standing.Opening() : switchedOff());
        }
    }

    private static Standing switchedOff() {
        return new Standing.Unavailable("Reward models are switched off here (paddock.reward.enabled).");
    }

    Standing of(ModelKind kind) {
        return standings.getOrDefault(kind, switchedOff());
    }

    Map<ModelKind, Standing> all() {
        return new EnumMap<>(standings);
    }

    /** Those whose scores are kept: what serves, then the shadows. */
    List<OpenModel> scoring() {
        var open = new ArrayList<OpenModel>();
        for (var kind : ModelKind.values()) {
            if (of(kind) instanceof Standing.Serving serving) {
                open.add(serving.open());
            }
        }
        open.addAll(shadows.values());
        return open;
    }

    Map<String, OpenModel> shadows() {
        return Map.copyOf(shadows);
    }

    /**
     * Has the model of that kind, given with its name, do one piece of work, all of it: one that is replaced meanwhile is closed only afterwards.
     *
     * @throws NoRewardModel where none serves here now
     */
    <T> T use(ModelKind kind, BiFunction<String, RewardModel, T> work) {
        while (true) {
            var open = require(kind);
            // Empty when it was replaced between the two looks: the next look finds its successor.
            var done = open.use(model -> work.apply(open.name(), model));
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private OpenModel require(ModelKind kind) {
        return switch (of(kind)) {
            case Standing.Serving it -> it.open();
            case Standing.Opening _ ->
                throw new NoRewardModel(
                        "The " + kind.label() + " reward model is being opened. Try again in some seconds.");
            case Standing.Unavailable it -> throw new NoRewardModel(it.reason());
        };
    }

    /** From here on the new one serves; the former is closed when the last call on it is over. */
    synchronized void serve(ModelKind kind, Standing standing) {
        var former = standings.put(kind, wanted ? standing : new Standing.Opening());
        letGo(former);
        if (!wanted) {
            letGo(standing);
        } else if (standing instanceof Standing.Serving serving) {
            log.info(
                    "Reward model {} serves on {}",
                    serving.name(),
                    serving.model().provider().label());
        }
    }

    synchronized void shadow(OpenModel open) {
        letGo(wanted ? shadows.put(open.name(), open) : open);
    }

    synchronized void unshadow(String name) {
        letGo(shadows.remove(name));
    }

    synchronized void open() {
        wanted = true;
    }

    synchronized void close() {
        wanted = false;
        standings.values().forEach(this::letGo);
        shadows.values().forEach(this::letGo);
        shadows.clear();
        closed();
    }

    private void letGo(@Nullable Standing standing) {
        if (standing instanceof Standing.Serving serving) {
            letGo(serving.open());
        }
    }

    private void letGo(@Nullable OpenModel former) {
        if (former != null) {
            former.letGo();
        }
    }
}
