package dev.paddock.rewardmodel.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second hold on ONNX Runtime's environment, never let go. The Java binding frees the environment in a shutdown hook, beside all other
 * hooks: an answer that is being generated then ends the process by a segmentation fault, before PostgreSQL is stopped. Natively the
 * environment is counted by its holders, so with one more of them the hook frees nothing and whoever computes may finish.
 */
final class EnvironmentHold {

    private static final Logger log = LoggerFactory.getLogger(EnvironmentHold.class);

    /** OrtApi is a table of functions that only grows: its first version and the place of CreateEnv in it stay as they are. */
    private static final int API_VERSION = 1;

    private static final int CREATE_ENV = 3;
    private static final int LOG_WARNINGS = 2;

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
            var status = createEnv(arena);
            if (!status.equals(MemorySegment.NULL)) {
                throw new IllegalStateException("ONNX Runtime refuses a second hold on its environment");
            }
        }
    }

    /** {@code OrtStatus* CreateEnv(OrtLoggingLevel, const char* logid, OrtEnv** out)}; null when it went well. */
    private static MemorySegment createEnv(Arena arena) {
        var signature = FunctionDescriptor.of(
                ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        return call(
                api().getAtIndex(ValueLayout.ADDRESS, CREATE_ENV),
                signature,
                LOG_WARNINGS,
                arena.allocateFrom("paddock"),
                arena.allocate(ValueLayout.ADDRESS));
    }

    /** {@code OrtGetApiBase()->GetApi(version)} */
    private static MemorySegment api() {
        var getBase = SymbolLookup.loaderLookup().findOrThrow("OrtGetApiBase");
        var base =
                call(getBase, FunctionDescriptor.of(ValueLayout.ADDRESS)).reinterpret(ValueLayout.ADDRESS.byteSize());
        var getApi = base.get(ValueLayout.ADDRESS, 0);
        return call(getApi, FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT), API_VERSION)
                .reinterpret((CREATE_ENV + 1) * ValueLayout.ADDRESS.byteSize());
    }

    private static MemorySegment call(MemorySegment function, FunctionDescriptor signature, Object... arguments) {
        try {
            return (MemorySegment)
                    Linker.nativeLinker().downcallHandle(function, signature).invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new IllegalStateException("ONNX Runtime's native functions cannot be called", broken);
        }
    }
}
