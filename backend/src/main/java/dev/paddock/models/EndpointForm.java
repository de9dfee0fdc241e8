package dev.paddock.models;

import dev.paddock.shared.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about a server.
 *
 * @param baseUrl http or https, up to and without {@code /chat/completions}, e.g. {@code http://gpu-1:8000/v1}
 * @param key     the bearer key the server wants; null keeps the one there is, empty removes it
 * @param slots   how many answers it may generate at once
 */
public record EndpointForm(
        String name, String baseUrl, @Nullable String key, int slots) {

    public EndpointForm {
        name = name.strip();
        baseUrl = baseUrl.strip();
        var faults = new Faults();
        faults.text("name", name, 1, 100);
        faults.text("baseUrl", baseUrl, 1, 500);
        faults.within("slots", slots, 1, 1024);
        faults.unless(key == null || key.length() <= 1_000, "key", "is longer than 1000 characters");
        faults.unless(
                key == null || key.chars().allMatch(c -> c > ' ' && c < 127),
                "key",
                "has a space or a character no key has");
        faults.refuse();
    }

    @Override
    public String toString() {
        return "EndpointForm[" + name + ", " + baseUrl + "]"; // without the key, wherever it is printed
    }
}
