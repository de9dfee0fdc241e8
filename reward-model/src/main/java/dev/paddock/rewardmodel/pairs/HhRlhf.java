package dev.paddock.rewardmodel.pairs;

import dev.paddock.rewardmodel.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Preference pairs in the form of Anthropic's HH-RLHF: gzipped JSON lines, each with two transcripts {@code chosen} and {@code rejected} of
 * which only the last answer differs.
 */
public final class HhRlhf {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HhRlhf() {}

    /** What a file held: its pairs without repetitions, and the lines that are no pair. */
    public record Reading(List<PreferencePair> pairs, List<RefusedLine> refused) {}

    /** @param line counted from 1 */
    public record RefusedLine(int line, String reason) {}

    /** @throws IOException where it cannot be read, naming the file */
    public static Reading read(Path file) throws IOException {
        var pairs = new ArrayList<PreferencePair>();
        var refused = new ArrayList<RefusedLine>();
        try (var bytes = Files.newInputStream(file);
                var lines = lines(bytes)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    pairs.add(pair(line, file.getFileName().toString()));
                } catch (IllegalArgumentException e) {
                    refused.add(new RefusedLine(number, String.valueOf(e.getMessage())));
                }
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + FileTrouble.words(e), e);
        }
        return new Reading(pairs.stream().distinct().toList(), refused);
    }

    private static BufferedReader lines(InputStream zipped) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8));
    }

    private static PreferencePair pair(String line, String source) {
        try {
            return pair(JSON.readTree(line), source);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * @param line with two transcripts, {@code chosen} and {@code rejected}
     * @throws IllegalArgumentException where it is no pair, with the reason
     */
    public static PreferencePair pair(JsonNode line, String source) {
        var chosen = Transcript.parse(field(line, "chosen"));
        var rejected = Transcript.parse(field(line, "rejected"));
        if (!chosen.prompt().equals(rejected.prompt())) {
            throw new IllegalArgumentException("the prompts of its two transcripts differ");
        }
        if (chosen.answer().equals(rejected.answer())) {
            throw new IllegalArgumentException("its two answers are the same");
        }
        return new PreferencePair(chosen.prompt(), chosen.answer(), rejected.answer(), 0, source);
    }

    private static String field(JsonNode line, String name) {
        var value = line.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("it has no text '" + name + "'");
        }
        return value.asString();
    }
}
