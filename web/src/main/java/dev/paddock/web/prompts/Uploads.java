package dev.paddock.web.prompts;

import dev.paddock.annotations.Degree;
import dev.paddock.annotations.ImportedComparisons;
import dev.paddock.people.Caller;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportOptions;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.Prompts;
import dev.paddock.samples.Pairs;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import dev.paddock.web.parts.Choice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a form brought into an import. */
@Component
class Uploads {

    static final List<Choice> KINDS = List.of(
            new Choice("prompts", "Prompts", "JSON, JSON Lines or CSV with a column text"),
            new Choice("pairs", "Prepared pairs", "JSON or JSON Lines: messages, and two responses made elsewhere"),
            new Choice(
                    "comparisons",
                    "Judged pairs",
                    "JSON or JSON Lines: prepared pairs with the choice, exports of Paddock, HH-RLHF. They become comparisons of yours"));

    static final List<Choice> DEGREES = Arrays.stream(Degree.values())
            .map(Words::of)
            .map(word -> new Choice(word, word.replace('-', ' ')))
            .toList();

    private final Prompts prompts;
    private final Pairs pairs;
    private final ImportedComparisons comparisons;
    private final JsonMapper json;

    Uploads(Prompts prompts, Pairs pairs, ImportedComparisons comparisons, JsonMapper json) {
        this.prompts = prompts;
        this.pairs = pairs;
        this.comparisons = comparisons;
        this.json = json;
    }

    ImportReport take(Caller caller, UUID campaign, UploadForm form) throws IOException {
        var pasted = Objects.requireNonNullElse(form.pasted(), "");
        if (!form.hasFile() && pasted.isBlank()) {
            throw new InvalidInput("file", "is empty. Choose a file, or paste prompts below");
        }
        var file = form.file();
        if (!form.hasFile() || file == null) {
            return take(caller, campaign, form, pasted(pasted), Format.JSONL, "");
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var stream = file.getInputStream()) {
            return take(caller, campaign, form, stream, format(name), name);
        }
    }

    private ImportReport take(
            Caller caller, UUID campaign, UploadForm form, InputStream file, Format format, String name) {
        if ("pairs".equals(form.kind())) {
            return pairs.importAll(caller, campaign, file, format);
        }
        if ("comparisons".equals(form.kind())) {
            var degree = blankAsNull(form.degree());
            var ofAll = degree == null ? null : Words.require(Degree.class, "degree", degree);
            return comparisons.importAll(caller, campaign, file, format, ofAll);
        }
        var column = blankAsNull(form.column());
        var source = blankAsNull(form.source());
        return prompts.importAll(
                caller, campaign, file, new ImportOptions(format, column, source == null ? label(name) : source));
    }

    private static Format format(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "tsv" -> Format.CSV;
            case "json" -> Format.JSON;
            case "jsonl", "ndjson" -> Format.JSONL;
            default ->
                throw new InvalidInput("file", "must end in .csv, .json or .jsonl, so that it is clear how to read it");
        };
    }

    /** Plain lines are prompts as they stand; lines that begin a JSON value are read as JSON. */
    private InputStream pasted(String text) {
        var lines = text.lines()
                .map(line -> line.isBlank() || line.stripLeading().matches("[{\\[].*")
                        ? line
                        : json.writeValueAsString(line))
                .collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A file's name may be anything at all; as a source it is a label. */
    private static String label(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}]", "");
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }
}
