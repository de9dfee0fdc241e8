package dev.paddock.rewardmodel.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second hold on ONNX Runtime's environment, never let go. The Java binding frees the environment in a shutdown hook, beside all other
 * hooks: an answer that is being generated then ends the process by a segmentation fault, before PostgreSQL is stopped. Natively the
 * environment is counted by its holders, so with one more of them the hook frees nothing and whoever computes may finish.
 */
final class EnvironmentHold {

    private static final Logger log = LoggerFactory.getLogger(EnvironmentHold.class);

    private EnvironmentHold() {}

    /** To be called once the Java binding has loaded the native library. Models work without it too, so nothing is given up for it. */
    static void takeIfPossible() {
        try {
            take();
        } catch (RuntimeException | LinkageError e) {
            log.warn("Stopping while a model computes may end this process with a crash report: {}", e.toString());
        }
    }

    private static void take() {
        try (var arena = Arena.ofConfined()) {
            var status = NativeApi.of(SymbolLookup.loaderLookup()).createEnvironment(arena);
            if (!status.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("ONNX Runtime refuses a second hold on its environment");
            }
        }
    }
}
