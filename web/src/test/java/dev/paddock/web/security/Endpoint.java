package dev.paddock.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;

/** A line of {@code endpoints.txt}: an endpoint and who may use it. */
record Endpoint(
        HttpMethod method,
        String pattern,
        Access access,
        @Nullable String body) {

    static Stream<Endpoint> all() {
        try {
            return new ClassPathResource("endpoints.txt", Endpoint.class)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Endpoint::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint of(String line) {
        var words = line.strip().split("\\s+", 4);
        return new Endpoint(
                HttpMethod.valueOf(words[0]), words[1], Access.valueOf(words[2]), words.length > 3 ? words[3] : null);
    }

    String name() {
        return method + " " + pattern;
    }
}
