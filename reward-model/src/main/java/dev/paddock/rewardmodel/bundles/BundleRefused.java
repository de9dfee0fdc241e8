package dev.paddock.rewardmodel.bundles;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A reward model bundle that is not what it says it is, or not one this build can run; the message says why, and nothing of it was kept open. */
public final class BundleRefused extends RuntimeException {

    private final String reason;

    BundleRefused(Path folder, String reason) {
        this(folder, reason, null);
    }

    BundleRefused(Path folder, String reason, @Nullable Throwable cause) {
        super("Reward model bundle '" + folder.getFileName() + "' refused: " + reason, cause);
        this.reason = reason;
    }

    /** Without the name of the bundle, for whoever knows which one it is. */
    public String reason() {
        return reason;
    }
}
