package dev.paddock.rewardmodel.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;

/** ONNX Runtime and the tokenizer: two threads must not be the first to touch them at the same moment. */
public final class NativeLibraries {

    private NativeLibraries() {}

    /** Returns when both are there. Later calls do nothing. */
    public static void load() {
        NativeCache.prepare();
        LibUtils.checkStatus();
        Environment.get();
    }
}
