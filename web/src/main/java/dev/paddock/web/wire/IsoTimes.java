package dev.paddock.web.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Times as text alone: of a number nobody knows whether it counts seconds or milliseconds. */
final class IsoTimes extends StdScalarDeserializer<Instant> {

    IsoTimes() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return told(context.handleUnexpectedToken(Instant.class, parser));
        }
        var text = parser.getString();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return told(context.handleWeirdStringValue(Instant.class, text, "is no time"));
        }
    }

    /** Both of these throw. */
    private static Instant told(Object never) {
        return (Instant) Objects.requireNonNull(never);
    }
}
