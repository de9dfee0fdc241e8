package dev.paddock.reward;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps open what the table of reward models says, also when another process changed it. Models are opened beside everything else and checked
 * before they take over, so a swap keeps nobody waiting; one that cannot be opened leaves the former at work and is tried again later. One
 * that came to the CPU is opened once more when another has left the GPU, whose memory may not have held both.
 */
@Component
class RegistryFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RegistryFollower.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Registry registry;
    private final Stable stable;
    private final Removals removals;
    private final ServingModels models;
    private final RewardSettings settings;
    private final Clock clock;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Map<ModelKind, String> notBrought = new ConcurrentHashMap<>();
    private volatile boolean running;
    /** Touched by the thread that opens models only. */
    private @Nullable OpenModel ready;
    /** Whether some has come about on the GPU that no look has ended with. */
    private boolean room;

    private record Failure(String reason, Instant at) {}

    RegistryFollower(
            Registry registry,
            Stable stable,
            Removals removals,
            ServingModels models,
            RewardSettings settings,
            Clock clock) {
        this.registry = registry;
        this.stable = stable;
        this.removals = removals;
        this.models = models;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = settings.enabled();
        if (running) {
            models.open();
            ModelLoading.later(this::begin);
        }
    }

    private void begin() {
        for (var kind : ModelKind.values()) {
            try {
                stable.bring(kind);
            } catch (IOException | RuntimeException | LinkageError e) {
                log.warn("The {} reward model that Paddock brings cannot be written: {}", kind.label(), e.toString());
                notBrought.put(
                        kind,
                        "The " + kind.label() + " reward model that Paddock brings cannot be written here: "
                                + e.getMessage());
            }
        }
        followAll(null);
        try {
            removals.sweep();
        } catch (IOException | RuntimeException e) {
            log.warn("Drafts of bundles could not be swept away: {}", e.toString());
        }
    }

    /** What changed here; whoever tells it need not wait for the next look. */
    @TransactionalEventListener
    void changed(ModelsChanged changed) {
        var opened = changed.opened();
        if (!running && opened != null) {
            opened.letGo();
        } else if (running) {
            ModelLoading.later(() -> {
                failures.clear();
                followAll(opened);
            });
        }
    }

    @Scheduled(fixedDelayString = "${paddock.reward.watch:2s}", initialDelayString = "${paddock.reward.watch:2s}")
    void later() {
        if (running) {
            ModelLoading.later(() -> followAll(null));
        }
    }

    /** Goes over to what the table says now, and waits for it. */
    void catchUp() throws Exception {
        ModelLoading.later(() -> {
            failures.clear();
            followAll(null);
        });
        ModelLoading.await();
    }

    /** On the one thread that opens models, so never twice at once. */
    private void followAll(@Nullable OpenModel opened) {
        ready = opened;
        try {
            room |= stable.roomWasMade();
            for (var kind : ModelKind.values()) {
                follow(kind);
            }
            room = false;
            followShadows();
        } catch (RuntimeException e) {
            log.warn("Which reward models serve could not be looked up: {}", e.toString());
        } finally {
            if (ready != null) {
                ready.letGo();
                ready = null;
            }
        }
    }

    private void follow(ModelKind kind) {
        var registered = registry.serving(kind);
        if (registered.isEmpty()) {
            models.serve(
                    kind,
                    new Standing.Unavailable(notBrought.getOrDefault(
                            kind, "No " + kind.label() + " reward model is in service. Promote one.")));
            return;
        }
        if (models.of(kind) instanceof Standing.Serving it
                && it.name().equals(registered.get().name())) {
            if (room && it.model().provider() == Provider.CPU) {
                toGpu(registered.get());
            }
            return;
        }
        var opened = open(registered.get());
        if (opened.isPresent()) {
            models.serve(kind, new Standing.Serving(opened.get()));
        } else if (!(models.of(kind) instanceof Standing.Serving)) {
            models.serve(kind, new Standing.Unavailable(problem(registered.get().name())));
        }
    }

    private void toGpu(RegisteredModel model) {
        try {
            var there = new OpenModel(model.name(), stable.openOnGpu(model));
            models.serve(model.kind(), new Standing.Serving(there));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            log.info("Reward model {} stays on the CPU: {}", model.name(), e.toString());
        }
    }

    private void followShadows() {
        var registered = registry.shadows();
        var names = registered.stream().map(RegisteredModel::name).collect(Collectors.toSet());
        models.shadows().keySet().stream().filter(name -> !names.contains(name)).forEach(models::unshadow);
        registered.stream()
                .filter(model -> !models.shadows().containsKey(model.name()))
                .forEach(model -> open(model).ifPresent(models::shadow));
    }

    private Optional<OpenModel> open(RegisteredModel model) {
        if (ready != null && ready.name().equals(model.name())) {
            var opened = ready;
            ready = null;
            return Optional.of(opened);
        }
        var failed = failures.get(model.name());
        if (failed != null && clock.instant().isBefore(failed.at().plus(REST))) {
            return Optional.empty();
        }
        try {
            var opened = new OpenModel(model.name(), stable.open(model));
            failures.remove(model.name());
            return Optional.of(opened);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            log.warn("Reward model {} cannot be opened: {}", model.name(), e.toString());
            failures.put(model.name(), new Failure(String.valueOf(e.getMessage()), clock.instant()));
            return Optional.empty();
        }
    }

    /** Why a model is not open here though it should be; empty where nothing is known to be wrong. */
    String problem(String name) {
        var failed = failures.get(name);
        return failed == null ? "" : "The reward model " + name + " cannot be opened: " + failed.reason();
    }

    @Override
    public void stop() {
        running = false;
        models.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
