package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which execution providers a session may use, the preferred one first. One that ONNX Runtime was built with but that does
 * not work is logged once and passed over, one it was built without silently; unless it is required: then opening a session fails with
 * {@link ProviderUnavailable}. The CPU always works, so it is the last resort even if
 * {@code order} does not name it.
 *
 * <p>A provider counts as working when a session opened on it.
 */
public final class ExecutionProviders {

    private static final Logger log = LoggerFactory.getLogger(ExecutionProviders.class);

    /** Above what a large model needs for the longest text on a slow processor. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final List<Provider> order;
    private final boolean required;
    private final Duration longestRun;
    private final AtomicBoolean warned = new AtomicBoolean();

    private ExecutionProviders(List<Provider> order, boolean required, Duration longestRun) {
        if (order.isEmpty()) {
            throw new IllegalArgumentException("Name at least one execution provider: cuda or cpu.");
        }
        this.order = List.copyOf(order);
        this.required = required;
        this.longestRun = longestRun;
    }

    public static ExecutionProviders cpu() {
        return new ExecutionProviders(List.of(Provider.CPU), false, LONGEST_RUN);
    }

    /** Tries the given providers in turn and falls back to the CPU. */
    public static ExecutionProviders preferring(List<Provider> order) {
        return new ExecutionProviders(order, false, LONGEST_RUN);
    }

    /** Only the first of the given providers will do. */
    public static ExecutionProviders requiring(List<Provider> order) {
        return new ExecutionProviders(order, true, LONGEST_RUN);
    }

    /** The same, but a run that takes longer ends with {@link RanTooLong}. */
    public ExecutionProviders endingRunsAfter(Duration longest) {
        return new ExecutionProviders(order, required, longest);
    }

    /** Opens a model file on the first provider that works; {@link OnnxModel#provider()} says which one that was. */
    public OnnxModel open(Path modelFile) {
        return open(
                (environment, options) -> environment.createSession(modelFile.toString(), options),
                modelFile.toString());
    }

    /** The same for a model in memory; {@code name} stands for it in messages. */
    public OnnxModel open(byte[] model, String name) {
        return open((environment, options) -> environment.createSession(model, options), name);
    }

    private OnnxModel open(SessionSource source, String name) {
        for (var provider : order) {
            if (provider == Provider.CPU) {
                break;
            }
            if (!Environment.has(provider)) {
                refuseIfRequired(provider, "this build of Paddock has no " + provider.label() + " in it", null);
                continue;
            }
            try {
                return opened(source, provider);
            } catch (OrtException | UnsatisfiedLinkError e) {
                passOver(provider, e);
            }
        }
        try {
            return opened(source, Provider.CPU);
        } catch (OrtException e) {
            throw new ModelUnreadable("ONNX Runtime cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private OnnxModel opened(SessionSource source, Provider provider) throws OrtException {
        try (var options = SessionPolicy.options(provider)) {
            return new OnnxModel(source.open(Environment.get(), options), provider, longestRun);
        }
    }

    private void passOver(Provider provider, Throwable reason) {
        refuseIfRequired(provider, String.valueOf(reason.getMessage()), reason);
        if (warned.compareAndSet(false, true)) {
            log.warn(
                    "Execution provider {} does not work here, using {} instead: {}",
                    provider.label(),
                    "cpu",
                    reason.getMessage());
        }
    }

    private void refuseIfRequired(Provider provider, String reason, @Nullable Throwable cause) {
        if (required && provider == order.getFirst()) {
            throw new ProviderUnavailable(
                    "Execution provider " + provider.label() + " is required but does not work here: " + reason, cause);
        }
    }

    /** Makes a session once the options for a provider are there. */
    @FunctionalInterface
    private interface SessionSource {

        OrtSession open(OrtEnvironment environment, SessionOptions options) throws OrtException;
    }
}
