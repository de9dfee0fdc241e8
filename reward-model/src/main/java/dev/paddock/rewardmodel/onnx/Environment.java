package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.concurrent.CompletableFuture;

/**
 * ONNX Runtime's one environment. Making it matches a regular expression against the whole command line of the process, by recursion: a
 * class path of some thousand characters overflows an ordinary thread's stack there, and the process ends without a word. So it is made
 * where there is room.
 */
public final class Environment {

    private static final long STACK_BYTES = 256L << 20;

    private Environment() {}

    public static OrtEnvironment get() {
        return Holder.MADE;
    }

    /** Whether ONNX Runtime was compiled with a provider; whether that works here is another question. */
    static boolean has(Provider provider) {
        get();
        var compiledWith = OrtEnvironment.getAvailableProviders();
        return switch (provider) {
            case CUDA -> compiledWith.contains(OrtProvider.CUDA);
            case CPU -> true;
            case REMOTE -> false;
        };
    }

    private static OrtEnvironment make() {
        var made = new CompletableFuture<OrtEnvironment>();
        new Thread(null, () -> complete(made), "starts ONNX Runtime", STACK_BYTES).start();
        return made.join();
    }

    private static void complete(CompletableFuture<OrtEnvironment> made) {
        try {
            var environment = OrtEnvironment.getEnvironment();
            EnvironmentHold.takeIfPossible();
            made.complete(environment);
        } catch (Throwable failure) {
            made.completeExceptionally(failure);
        }
    }

    /** The other thread must not need this class, or each waits for the other for ever. */
    private static final class Holder {

        static final OrtEnvironment MADE = make();
    }
}
