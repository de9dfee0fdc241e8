package dev.paddock.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database cannot be had; says why in one sentence, and what a person can do in another. */
public final class StoreUnavailable extends RuntimeException {

    private static final String OWN_DATABASE =
            "point spring.datasource.url (with spring.datasource.username and .password) to a PostgreSQL of your own";

    private final String action;

    private StoreUnavailable(String reason, String action, @Nullable Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    /** What to do about it: one or two sentences for whoever started Paddock. */
    public String action() {
        return action;
    }

    static StoreUnavailable inUse(Path folder, String owner) {
        return new StoreUnavailable(
                "Another Paddock (process " + owner + ") is using the data folder " + folder + ".",
                "Stop that one first, or give this one a folder of its own with paddock.data.",
                null);
    }

    static StoreUnavailable rootRefused() {
        return new StoreUnavailable(
                "PostgreSQL does not run as root, and this machine does not let root step down (unshare -U was refused).",
                "Start Paddock as an ordinary user, or " + OWN_DATABASE + ".",
                null);
    }

    static StoreUnavailable noBinaries(String platform) {
        return new StoreUnavailable(
                "This build of Paddock brings no PostgreSQL for " + platform + ".",
                "Build it on this machine with bin/start, or " + OWN_DATABASE + ".",
                null);
    }

    static StoreUnavailable brokenBinaries(IOException cause) {
        return new StoreUnavailable(
                "The packed PostgreSQL cannot be unpacked: " + cause.getMessage() + ".",
                "The jar is damaged: remove io/zonky/test/postgres from Maven's repository and build again, or "
                        + OWN_DATABASE + ".",
                cause);
    }

    static StoreUnavailable noChecksums(Path files) {
        return new StoreUnavailable(
                "The database in " + files + " keeps no checksums, so damage on the disk would pass unseen.",
                "It was not made by Paddock: move it away, or " + OWN_DATABASE + ".",
                null);
    }

    static StoreUnavailable noLogin(Path files, Exception cause) {
        return new StoreUnavailable(
                "The database in " + files + " was started, but refused the login: " + cause.getMessage(),
                "Restore paddock.password in that folder from your backup.",
                cause);
    }

    static StoreUnavailable portTaken(int port) {
        return new StoreUnavailable(
                "Port " + port + " on 127.0.0.1 is taken.",
                "Set paddock.postgres.port to a free port, or to 0 to have one chosen.",
                null);
    }

    /** For a program that ended with an error; its last words tell apart what a person can mend. */
    static StoreUnavailable failed(String program, String output, Path folder) {
        if (output.contains("No space left on device")) return fullDisk(folder, null);
        if (output.contains("could not look up effective user ID")) return namelessUser();
        return new StoreUnavailable(
                "PostgreSQL's " + program + " failed: " + output.strip(),
                "Look into " + folder.resolve("pg18.log") + ", or " + OWN_DATABASE + ".",
                null);
    }

    private static StoreUnavailable namelessUser() {
        return new StoreUnavailable(
                "PostgreSQL does not run as a user without a name, and this machine knows none for the user's number.",
                "Start Paddock as a user that /etc/passwd names (in a container, leave --user away), or " + OWN_DATABASE
                        + ".",
                null);
    }

    static StoreUnavailable at(Path folder, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left on device")) return fullDisk(folder, cause);
        String reason = cause instanceof AccessDeniedException
                ? "Paddock may not write into its data folder " + folder + "."
                : "Paddock cannot use its data folder " + folder + ": " + cause + ".";
        return new StoreUnavailable(
                reason, "Make it a folder that this user may write, or choose another with paddock.data.", cause);
    }

    private static StoreUnavailable fullDisk(Path folder, @Nullable IOException cause) {
        return new StoreUnavailable(
                "The disk that holds the data folder " + folder + " is full.",
                "Free some space (a new database takes 200 MB), or choose another folder with paddock.data.",
                cause);
    }
}
