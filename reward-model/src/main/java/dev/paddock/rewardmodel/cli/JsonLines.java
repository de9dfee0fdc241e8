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
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of JSON lines, gzipped or not, or standard input for {@code -}. */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLines() {}

    @FunctionalInterface
    interface Taker {
        void take(JsonNode line) throws IOException;
    }

    /** @throws IllegalArgumentException naming the line that cannot be taken */
    static void read(Path file, Taker taker) throws IOException {
        try (var lines = open(file)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    take(file, number, line, taker);
                }
            }
        }
    }

    private static void take(Path file, int number, String line, Taker taker) throws IOException {
        try {
            taker.take(JSON.readTree(line));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + ", line " + number + ": it is no JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
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
            read.add(new Message(
                    role(message.path("role").asString("")),
                    message.path("content").asString("")));
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
