package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.cli.JsonLines.Line;
import dev.paddock.rewardmodel.pairs.HhRlhf;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Preference pairs as Paddock exports them: {@code format=trl}, whose rows have {@code prompt}, {@code chosen} and {@code rejected} as
 * messages and may have {@code margin}, {@code degree}, {@code safety}, {@code ratings} and {@code impartial}; or {@code format=hh}, two
 * strings.
 */
final class Pairs {

    private Pairs() {}

    /** @param line where the pair stands */
    record Read(Line line, LabelledPair pair) {}

    static List<LabelledPair> read(Path file) throws IOException {
        return readByLine(file).stream().map(Read::pair).toList();
    }

    static List<Read> readByLine(Path file) throws IOException {
        var pairs = new ArrayList<Read>();
        JsonLines.read(file, line -> pairs.add(new Read(line, pair(line.json(), file.toString()))));
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no pair.");
        }
        return pairs;
    }

    private static LabelledPair pair(JsonNode line, String source) {
        if (line.path("chosen").isString()) {
            return new LabelledPair(HhRlhf.pair(line, source), "unknown", null, null, true);
        }
        var prompt = JsonLines.messages(line.path("prompt"), "prompt");
        var pair = new PreferencePair(
                prompt,
                answer(line, "chosen"),
                answer(line, "rejected"),
                line.path("margin").asDouble(0),
                source);
        return LabelledPair.of(
                pair,
                line.path("degree").asString("unknown"),
                line.path("safety").isString() ? line.path("safety").asString() : null,
                safetyRating(line, "chosen"),
                safetyRating(line, "rejected"),
                line.path("impartial").asBoolean(true));
    }

    private static @Nullable Integer safetyRating(JsonNode line, String answer) {
        var rating = line.path("ratings").path(answer).path("safety");
        return rating.isInt() ? rating.asInt() : null;
    }

    private static String answer(JsonNode line, String field) {
        var messages = JsonLines.messages(line.path(field), field);
        if (messages.size() != 1) {
            throw new IllegalArgumentException("'" + field + "' must hold one message, the answer");
        }
        return messages.getFirst().content();
    }
}
