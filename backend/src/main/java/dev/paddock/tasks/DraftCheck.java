package dev.paddock.tasks;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a draft is what the database's jsonb can hold: an object, and nothing in it that PostgreSQL refuses. */
final class DraftCheck {

    private static final String FIELD = "content";
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftCheck() {}

    /** @throws InvalidInput saying what is wrong with it */
    static void require(String content) {
        var draft = parsed(content);
        if (!draft.isObject()) {
            throw new InvalidInput(FIELD, "must be a JSON object");
        }
        requireStorable(draft);
    }

    private static JsonNode parsed(String content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException broken) {
            throw new InvalidInput(FIELD, "is not JSON");
        }
    }

    private static void requireStorable(JsonNode node) {
        if (node.isString()) {
            Texts.require(FIELD, node.stringValue());
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new InvalidInput(FIELD, "has a number that is too large");
        }
        for (var property : node.properties()) {
            Texts.require(FIELD, property.getKey());
            requireStorable(property.getValue());
        }
        if (node.isArray()) {
            node.forEach(DraftCheck::requireStorable);
        }
    }
}
