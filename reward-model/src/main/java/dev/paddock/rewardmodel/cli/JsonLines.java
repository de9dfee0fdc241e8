package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Message.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of JSON lines, gzipped or not, or standard input for {@code -}. */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MANY = 256;

    private JsonLines() {}

    /** @param number from 1 */
    record Line(Path file, int number, JsonNode json) {

        /** @throws IllegalArgumentException naming the line, where the work fails */
        <T> T named(Supplier<T> work) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(named(e), e);
            }
        }

        String named(RuntimeException failure) {
            return file + ", line " + number + ": "
                    + Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        }
    }

    @FunctionalInterface
    interface Taker {

        /** @throws IllegalArgumentException where the line cannot be taken, without its name */
        void take(Line line);

        /** Called when it has some lines to see to, and no other is there yet or they are many. */
        default void soFar() {}
    }

    /** @throws IllegalArgumentException naming the line that cannot be taken */
    static void read(Path file, Taker taker) throws IOException {
        try (var lines = open(file)) {
            var number = 0;
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    var line = new Line(file, number, json(file, number, text));
                    line.named(() -> {
                        taker.take(line);
                        return line;
                    });
                }
                if (number % MANY == 0 || !lines.ready()) {
                    taker.soFar();
                }
            }
        }
    }

    private static JsonNode json(Path file, int number, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + ", line " + number + ": it is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": it is a folder, not a file of JSON lines.");
        }
        var stream = file.toString().equals("-") ? System.in : Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** @param messages a list of {@code {"role", "content"}} */
    static List<Message> messages(JsonNode messages, String field) {
        if (!messages.isArray()) {
            throw new IllegalArgumentException("it has no list '" + field + "'");
        }
        var read = new ArrayList<Message>();
        for (var message : messages) {
            var content = message.path("content");
            if (!content.isString()) {
                throw new IllegalArgumentException(
                        "message " + (read.size() + 1) + " of '" + field + "' has no text 'content'");
            }
            read.add(new Message(role(message.path("role").asString("")), content.asString()));
        }
        return read;
    }

    private static Role role(String word) {
        try {
            return Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("the role '" + word + "' is none of system, user, assistant", unknown);
        }
    }
}
