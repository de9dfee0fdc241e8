package dev.paddock.rewardmodel.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/**
 * Those of ONNX Runtime's native functions that its Java binding does not offer. Its tables of functions only grow: what is called here is
 * where it was in the first version.
 *
 * @param base {@code OrtApiBase}: {@code GetApi}, {@code GetVersionString}
 */
record NativeApi(MemorySegment base) {

    private static final int API_VERSION = 1;
    private static final int CREATE_ENV = 3;
    private static final int LOG_WARNINGS = 2;

    /** @param library where the native library's functions are found */
    static NativeApi of(SymbolLookup library) {
        var getBase = library.findOrThrow("OrtGetApiBase");
        return new NativeApi(call(getBase, FunctionDescriptor.of(ValueLayout.ADDRESS))
                .reinterpret(2 * ValueLayout.ADDRESS.byteSize()));
    }

    String version() {
        var getVersion = base.getAtIndex(ValueLayout.ADDRESS, 1);
        return call(getVersion, FunctionDescriptor.of(ValueLayout.ADDRESS))
                .reinterpret(Long.MAX_VALUE)
                .getString(0);
    }

    /** {@code OrtStatus* CreateEnv(OrtLoggingLevel, const char* logid, OrtEnv** out)}; null when it went well. */
    MemorySegment createEnvironment(Arena arena) {
        var signature = FunctionDescriptor.of(
                ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        return call(
                api().getAtIndex(ValueLayout.ADDRESS, CREATE_ENV),
                signature,
                LOG_WARNINGS,
                arena.allocateFrom("paddock"),
                arena.allocate(ValueLayout.ADDRESS));
    }

    private MemorySegment api() {
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
