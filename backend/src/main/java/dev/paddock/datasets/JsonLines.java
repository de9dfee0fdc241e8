package dev.paddock.datasets;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON Lines: one object a line, UTF-8, LF at the end of each, and nothing else in it that a reader might take for the end of a line. */
public final class JsonLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .characterEscapes(new OneLine())
            .rootValueSeparator("")
            .build();

    private JsonLines() {}

    /** Not to be closed when something fails: closing would complete a half-written object. */
    public static JsonGenerator to(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** A property that is there also where nobody said anything. */
    public static void text(JsonGenerator json, String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    /** The same of a real or a whole number. */
    public static void number(JsonGenerator json, String name, @Nullable Number value) {
        json.writeName(name);
        switch (value) {
            case null -> json.writeNull();
            case Double real -> json.writeNumber(real);
            default -> json.writeNumber(value.longValue());
        }
    }

    /** An object with what is said of both kinds of reward model. */
    public static void byKind(JsonGenerator json, String name, @Nullable String helpfulness, @Nullable String safety) {
        json.writeName(name).writeStartObject();
        text(json, "helpfulness", helpfulness);
        text(json, "safety", safety);
        json.writeEndObject();
    }

    /** Ends an object and its line. */
    public static void end(JsonGenerator json) {
        json.writeEndObject().writeRaw('\n');
    }
}
