package dev.paddock.rewardmodel.onnx;

import java.nio.file.Path;

/**
 * Where the tokenizer's native library is unpacked: {@code ~/.djl.ai} unless {@link #use} named another folder before the first tokenizer
 * was opened. DJL is also told to stay offline: everything it needs is in its jar.
 */
public final class NativeCache {

    static {
        setUnlessGiven("ai.djl.offline", "true");
        setUnlessGiven("OPT_OUT_TRACKING", "true");
        setUnlessGiven("RUST_FLAVOR", "cpu");
    }

    private NativeCache() {}

    /** For homes that are read-only, as in many containers. Has no effect after the first tokenizer was opened. */
    public static void use(Path folder) {
        System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
    }

    /** Makes sure that the settings above are in force. */
    static void prepare() {}

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }
}
