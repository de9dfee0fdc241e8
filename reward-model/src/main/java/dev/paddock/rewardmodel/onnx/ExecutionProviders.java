package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which execution providers a session may use, the preferred one first. One that ONNX Runtime was built with but that does
 * not work is logged once, until it works again, and passed over; one it was built without silently, or with one warning where somebody named
 * it. Unless it is required: then opening a session fails with {@link ProviderUnavailable}. The CPU always works, so it is the last resort
 * even if {@code order} does not name it.
 *
 * <p>A provider counts as working when a session opened on it, and as not working when one opened on the CPU only: a model that opens on
 * neither is the model's fault. Likewise where it opened, but the memory does not hold its runs.
 */
public final class ExecutionProviders {

    private static final Logger log = LoggerFactory.getLogger(ExecutionProviders.class);

    /** Above what a large model needs for the longest text on a slow processor. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final List<Provider> order;
    private final Wish wish;
    private final Duration longestRun;
    private final Sessions sessions;
    private final Runnable left;
    private final Said said;

    /** Once for all that were made of the same: whether it was said that a provider does not work, or is not here. */
    private record Said(AtomicBoolean warned, AtomicBoolean missed) {}

    private enum Wish {
        /** Whatever there is. */
        ANY,
        /** Somebody asked for those by their names. */
        NAMED,
        /** Nothing but the first. */
        REQUIRED,
        /** The same, and where it does not work nothing is opened elsewhere to see whose fault that is. */
        ALONE
    }

    private ExecutionProviders(List<Provider> order, Wish wish) {
        this(order, wish, LONGEST_RUN, Sessions.HERE, () -> {}, new Said(new AtomicBoolean(), new AtomicBoolean()));
    }

    private ExecutionProviders(
            List<Provider> order, Wish wish, Duration longestRun, Sessions sessions, Runnable left, Said said) {
        if (order.isEmpty()) {
            throw new IllegalArgumentException("Name at least one execution provider: cuda or cpu.");
        }
        this.order = List.copyOf(order);
        this.wish = wish;
        this.longestRun = longestRun;
        this.sessions = sessions;
        this.left = left;
        this.said = said;
    }

    public static ExecutionProviders cpu() {
        return new ExecutionProviders(List.of(Provider.CPU), Wish.ANY);
    }

    /** Tries the given providers in turn and falls back to the CPU. */
    public static ExecutionProviders preferring(List<Provider> order) {
        return new ExecutionProviders(order, Wish.ANY);
    }

    /** The same, but one that this build lacks is missed aloud. */
    public static ExecutionProviders naming(List<Provider> order) {
        return new ExecutionProviders(order, Wish.NAMED);
    }

    /** Only the first of the given providers will do. */
    public static ExecutionProviders requiring(List<Provider> order) {
        return new ExecutionProviders(order, Wish.REQUIRED);
    }

    /** Only that one: where it does not take a model, nothing is opened in its place. */
    public ExecutionProviders only(Provider provider) {
        return new ExecutionProviders(List.of(provider), Wish.ALONE, longestRun, sessions, left, said);
    }

    /** The same, but a run that takes longer ends with {@link RanTooLong}. */
    public ExecutionProviders endingRunsAfter(Duration longest) {
        return new ExecutionProviders(order, wish, longest, sessions, left, said);
    }

    /** The same, but that is told each time that a model was closed which was elsewhere than on the CPU. */
    public ExecutionProviders tellingWhatLeaves(Runnable told) {
        return new ExecutionProviders(order, wish, longestRun, sessions, told, said);
    }

    ExecutionProviders with(Sessions others) {
        return new ExecutionProviders(order, wish, longestRun, others, left, said);
    }

    /**
     * For a model that opened on a provider whose memory does not hold its runs.
     *
     * @param onCpu opens it there, and sees that it runs
     * @throws ProviderUnavailable where only that provider will do; whether another memory held it is not tried
     */
    public <T> T insteadOf(Provider provider, NotEnoughMemory reason, Function<ExecutionProviders, T> onCpu) {
        if (isRequired(provider)) {
            throw unavailable(provider, ": " + reason.getMessage(), reason);
        }
        var opened = onCpu.apply(new ExecutionProviders(List.of(Provider.CPU), wish, longestRun, sessions, left, said));
        warn(provider, reason);
        return opened;
    }

    /** Opens a model file on the first provider that works; {@link OnnxModel#provider()} says which one that was. */
    public OnnxModel open(Path modelFile) {
        return open(
                (environment, options) -> environment.createSession(modelFile.toString(), options),
                String.valueOf(modelFile.getFileName()),
                e -> RuntimeWords.of(e, modelFile));
    }

    /** The same for a model in memory; {@code name} stands for it in messages. */
    public OnnxModel open(byte[] model, String name) {
        return open((environment, options) -> environment.createSession(model, options), name, RuntimeWords::of);
    }

    private OnnxModel open(Sessions.Source source, String name, Function<Throwable, String> words) {
        for (var provider : order) {
            if (provider == Provider.CPU) {
                break;
            }
            if (!sessions.has(provider)) {
                if (isRequired(provider)) {
                    throw unavailable(provider, ": this build of Paddock has no " + provider.label() + " in it", null);
                }
                miss(provider);
                continue;
            }
            try {
                var opened = opened(source, provider);
                said.warned().set(false);
                return opened;
            } catch (OrtException | UnsatisfiedLinkError e) {
                if (wish == Wish.ALONE) {
                    throw unavailable(provider, ": " + words.apply(e), e);
                }
                return onCpuInsteadOf(provider, e, source, name, words);
            }
        }
        return onCpu(source, name, words);
    }

    private OnnxModel opened(Sessions.Source source, Provider provider) throws OrtException {
        var closed = provider == Provider.CPU ? (Runnable) () -> {} : left;
        return new OnnxModel(sessions.open(source, provider), provider, longestRun, closed);
    }

    private OnnxModel onCpu(Sessions.Source source, String name, Function<Throwable, String> words) {
        try {
            return opened(source, Provider.CPU);
        } catch (OrtException e) {
            throw new ModelUnreadable("ONNX Runtime cannot read " + name + ": " + words.apply(e), e);
        }
    }

    /** @throws ModelUnreadable where it does not open there either, of which the provider is innocent */
    private OnnxModel onCpuInsteadOf(
            Provider provider,
            Throwable reason,
            Sessions.Source source,
            String name,
            Function<Throwable, String> words) {
        var onCpu = onCpu(source, name, words);
        if (isRequired(provider)) {
            onCpu.close();
            throw unavailable(provider, ", while cpu takes " + name + ": " + words.apply(reason), reason);
        }
        warn(provider, reason);
        return onCpu;
    }

    private void warn(Provider provider, Throwable reason) {
        if (said.warned().compareAndSet(false, true)) {
            log.warn(
                    "Execution provider {} does not work here, using {} instead: {}",
                    provider.label(),
                    "cpu",
                    reason.getMessage());
        }
    }

    private void miss(Provider provider) {
        if (wish == Wish.NAMED && said.missed().compareAndSet(false, true)) {
            log.warn(
                    "Execution provider {} is asked for, but this build of Paddock has none in it, using {} instead: build with the profile gpu,"
                            + " or name an installed ONNX Runtime that has it",
                    provider.label(),
                    "cpu");
        }
    }

    private boolean isRequired(Provider provider) {
        return (wish == Wish.REQUIRED || wish == Wish.ALONE) && provider == order.getFirst();
    }

    private ProviderUnavailable unavailable(Provider provider, String reason, @Nullable Throwable cause) {
        var required = wish == Wish.ALONE ? "" : "is required but ";
        return new ProviderUnavailable(
                "Execution provider " + provider.label() + " " + required + "does not work here" + reason, cause);
    }
}
