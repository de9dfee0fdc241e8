package dev.paddock.prompts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one record by what they mean: names in any case, with or without underscores, and their usual synonyms. */
final class Fields {

    static final Map<String, List<String>> NAMES = Map.of(
            "text", List.of("text", "prompt", "question", "instruction"),
            "system", List.of("system", "systemprompt", "systemtext"),
            "source", List.of("source", "dataset"),
            "language", List.of("language", "lang"),
            "riskCategory", List.of("riskcategory", "risk"),
            "attackVector", List.of("attackvector", "attack"),
            "messages", List.of("messages"),
            "role", List.of("role"));

    private static final Set<String> KNOWN =
            NAMES.values().stream().flatMap(List::stream).collect(Collectors.toSet());

    private final Map<String, JsonNode> values = new HashMap<>();

    Fields(JsonNode record, @Nullable String textColumn, Tally tally) {
        for (var property : record.properties()) {
            boolean isText = textColumn != null && textColumn.strip().equalsIgnoreCase(property.getKey());
            var name = isText ? "text" : plain(property.getKey());
            boolean takesPlaceOfChosen =
                    textColumn != null && !isText && synonyms("text").contains(name);
            if (!KNOWN.contains(name) || takesPlaceOfChosen) {
                tally.ignore(property.getKey());
            } else if (!property.getValue().isNull()) {
                values.putIfAbsent(name, property.getValue());
            }
        }
    }

    /** Null when the record has it under none of its names. */
    @Nullable
    JsonNode get(String meaning) {
        return synonyms(meaning).stream()
                .map(values::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Empty when it is not there. */
    String text(String meaning) throws Unusable {
        var value = get(meaning);
        return value == null ? "" : text(value, meaning);
    }

    static String text(JsonNode value, String meaning) throws Unusable {
        if (!value.isString()) {
            throw new Unusable("has a " + meaning + " that is no text but a "
                    + value.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return value.stringValue();
    }

    private static List<String> synonyms(String meaning) {
        return NAMES.getOrDefault(meaning, List.of());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
