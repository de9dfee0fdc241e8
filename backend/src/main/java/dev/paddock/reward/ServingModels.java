package dev.paddock.reward;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The reward models this process has open. They are opened beside the start, so that nobody waits for them, and one that cannot be opened
 * keeps nothing else from working.
 */
@Component
class ServingModels implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ServingModels.class);

    private final Stable stable;
    private final RewardSettings settings;
    private final Map<ModelKind, Standing> standings = new ConcurrentHashMap<>();
    private volatile boolean running;

    ServingModels(Stable stable, RewardSettings settings) {
        this.stable = stable;
        this.settings = settings;
        for (var kind : ModelKind.values()) {
            standings.put(kind, closed());
        }
    }

    /** Before a start, and after a stop that another start may follow. */
    private Standing closed() {
        return settings.enabled() ? new Standing.Opening() : switchedOff();
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

    @Override
    public void start() {
        running = true;
        if (settings.enabled()) {
            ModelLoading.later(this::openAll);
        }
    }

    private void openAll() {
        for (var kind : ModelKind.values()) {
            serve(kind, open(kind));
        }
    }

    private Standing open(ModelKind kind) {
        try {
            return stable.open(kind);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            log.warn("No {} reward model serves, so nothing is scored by it: {}", kind.label(), e.toString());
            return new Standing.Unavailable(
                    "The " + kind.label() + " reward model cannot be opened: " + e.getMessage());
        }
    }

    synchronized void serve(ModelKind kind, Standing standing) {
        if (running) {
            standings.put(kind, standing);
            if (standing instanceof Standing.Serving serving) {
                log.info(
                        "Reward model {} serves on {}",
                        serving.name(),
                        serving.model().provider().label());
            }
        } else {
            close(standing);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        standings.replaceAll((_, standing) -> {
            close(standing);
            return closed();
        });
    }

    private static void close(Standing standing) {
        if (standing instanceof Standing.Serving serving) {
            serving.model().close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
