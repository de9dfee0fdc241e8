package dev.paddock.samples.openai;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a model is served.
 *
 * @param address up to and without {@code /chat/completions}; asked for before each request, and looked up and checked by whoever gives it
 * @param key     asked for before each request, sent as a bearer token, never logged
 */
public record Server(
        String name,
        Supplier<URI> address,
        Supplier<Optional<String>> key,
        String model,
        String promptFormat,
        int contextTokens) {

    URI at(String path) {
        return URI.create(address.get().toString().replaceFirst("/+$", "") + path);
    }

    @Override
    public String toString() {
        return name + " (" + model + ")";
    }
}
