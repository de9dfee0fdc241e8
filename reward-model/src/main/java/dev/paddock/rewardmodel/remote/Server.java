package dev.paddock.rewardmodel.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server as it is to be called now.
 *
 * @param address up to the path of its API; an ending {@code /v1} is not part of it
 * @param key the bearer key to send; null for none
 * @param slots calls at the same time
 */
public record Server(URI address, @Nullable String key, int slots) {

    private static final int MOST_TOLD = 300;

    URI at(String path) {
        return URI.create(address.toString().replaceFirst("/*(/v1)?/*$", "") + path);
    }

    /** What it says, as people may read it: in one line, not long, and never the key, should it be repeated. */
    String told(String text) {
        var line = (key == null || key.isBlank() ? text : text.replace(key, "…"))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= MOST_TOLD ? line : line.substring(0, MOST_TOLD) + "…";
    }

    /** @param reason goes on after its name */
    static String sentence(String name, @Nullable String reason) {
        return "The model server '" + name + "' " + String.valueOf(reason).replaceFirst("[.]$", "") + ".";
    }

    @Override
    public String toString() {
        return "Server[" + address + ", " + slots + "]"; // without the key, wherever it is printed
    }
}
