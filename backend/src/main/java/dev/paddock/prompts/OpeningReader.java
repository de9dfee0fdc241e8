package dev.paddock.prompts;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the opening in a record: a bare text, named fields, or the first user message of a conversation. */
final class OpeningReader {

    private final ImportOptions options;
    private final Tally tally;

    OpeningReader(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
    }

    Opening read(JsonNode record) throws Unusable {
        try {
            return record.isString()
                    ? new Opening(record.stringValue(), "", options.source(), "", null, null)
                    : fromObject(record);
        } catch (InvalidInput refused) {
            throw new Unusable(refused.faults().stream()
                    .map(fault -> "has a " + fault.field() + " that " + fault.reason())
                    .collect(Collectors.joining("; ")));
        }
    }

    private Opening fromObject(JsonNode record) throws Unusable {
        if (!record.isObject()) {
            throw new Unusable("is neither an object nor a text");
        }
        var fields = new Fields(record, options.textColumn(), tally);
        if (fields.text("role").equalsIgnoreCase("assistant")) {
            throw new Unusable("is an assistant's message, and no opening");
        }
        var source = fields.text("source");
        return new Opening(
                opening(fields),
                system(fields),
                source.isEmpty() ? options.source() : source,
                fields.text("language"),
                word(RiskCategory.class, "riskCategory", fields),
                word(AttackVector.class, "attackVector", fields));
    }

    private static String opening(Fields fields) throws Unusable {
        var text = fields.get("text");
        var messages = text != null && text.isArray() ? text : fields.get("messages");
        if (text != null && !text.isArray()) {
            return Fields.text(text, "text");
        }
        if (messages == null) {
            throw new Unusable("has no text");
        }
        return message(messages, "user").orElseThrow(() -> new Unusable("has no user message among its messages"));
    }

    private static String system(Fields fields) throws Unusable {
        var text = fields.get("text");
        var messages = text != null && text.isArray() ? text : fields.get("messages");
        var own = fields.text("system");
        return own.isEmpty() && messages != null ? message(messages, "system").orElse("") : own;
    }

    private static java.util.Optional<String> message(JsonNode messages, String role) {
        return messages.valueStream()
                .filter(message -> message.path("role").asString("").equals(role))
                .filter(message -> message.path("content").isString())
                .map(message -> message.path("content").stringValue())
                .findFirst();
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, String meaning, Fields fields) throws Unusable {
        var given = fields.text(meaning).strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return given.isEmpty() ? null : Words.require(type, meaning, given);
    }
}
