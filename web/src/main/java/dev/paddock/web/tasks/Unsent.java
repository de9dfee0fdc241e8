package dev.paddock.web.tasks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a person has written and picked that could not be saved any more, to be read and copied. */
record Unsent(List<Line> lines) implements Serializable {

    /** @param written in the person's own words, so to be shown whole and as it was typed */
    record Line(String label, String text, boolean written) implements Serializable {}

    Unsent {
        lines = List.copyOf(lines);
    }

    static Unsent of(ComparisonForm form) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("choice", form.choice());
        fields.put("safety", form.safety());
        fields.put("leftHelpfulness", form.leftHelpfulness());
        fields.put("leftSafety", form.leftSafety());
        fields.put("rightHelpfulness", form.rightHelpfulness());
        fields.put("rightSafety", form.rightSafety());
        fields.put("note", form.note());
        return of(fields);
    }

    static Unsent of(String field, String text) {
        return of(Map.of(field, text));
    }

    /** @param draft as our pages keep it, fields under {@code fields}, or any other object; empty for none */
    static Unsent ofDraft(String draft, JsonMapper json) {
        try {
            var kept = json.readTree(draft.isEmpty() ? "{}" : draft);
            var fields = new LinkedHashMap<String, @Nullable Object>();
            var given = kept.path("fields").isObject() ? kept.path("fields") : kept;
            given.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
            return of(fields);
        } catch (JacksonException noJson) {
            return of("draft", draft);
        }
    }

    private static Unsent of(Map<String, ? extends @Nullable Object> fields) {
        var lines = new ArrayList<Line>();
        fields.forEach((field, value) -> {
            var text = Objects.toString(value, "");
            if (!text.isBlank()) {
                lines.add(line(field, text));
            }
        });
        return new Unsent(lines);
    }

    private static Line line(String field, String text) {
        return switch (field) {
            case "text" -> new Line("Your message", text, true);
            case "note" -> new Line("Your note", text, true);
            case "reason" -> new Line("Your reason", text, true);
            case "choice" -> new Line("Your choice", words(text), false);
            case "safety" -> new Line("Safety", words(text), false);
            case "leftHelpfulness" -> new Line("Helpfulness, left", text, false);
            case "leftSafety" -> new Line("Safety, left", text, false);
            case "rightHelpfulness" -> new Line("Helpfulness, right", text, false);
            case "rightSafety" -> new Line("Safety, right", text, false);
            case "riskCategory" -> new Line("Kind of harm it probes", words(text), false);
            case "attackVector" -> new Line("How it tries", words(text), false);
            default -> new Line(field, text, true);
        };
    }

    /** {@code left:slightly-better} is "left is slightly better". */
    private static String words(String word) {
        return word.replace(":", " is ").replace('-', ' ');
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
