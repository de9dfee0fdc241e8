package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/**
 * How a session computes. On a CPU many single-threaded callers get more out of the cores than one caller with many threads, threads that
 * spin while they wait take the time of others, and a memory plan is of no use where every text has another length.
 */
final class SessionPolicy {

    private SessionPolicy() {}

    static SessionOptions options(Provider provider) throws OrtException {
        var options = new SessionOptions();
        try {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setMemoryPatternOptimization(false);
            if (provider == Provider.CUDA) {
                addCuda(options);
            }
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    private static void addCuda(SessionOptions options) throws OrtException {
        try (var cuda = new OrtCUDAProviderOptions()) {
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            options.addCUDA(cuda);
        }
    }
}
