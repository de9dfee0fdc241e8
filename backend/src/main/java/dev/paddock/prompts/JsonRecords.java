package dev.paddock.prompts;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON and JSON Lines. */
final class JsonRecords {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(Records.LONGEST_LINE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private JsonRecords() {}

    static void lines(Lines lines, Records.Sink sink) throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() != null) {
                sink.fault(line.number(), line.fault());
            } else if (!line.text().isBlank()) {
                line(line, sink);
            }
        }
    }

    private static void line(Lines.Line line, Records.Sink sink) {
        final tools.jackson.databind.JsonNode content;
        try {
            content = STRICT.readTree(line.text());
        } catch (JacksonException broken) {
            sink.fault(line.number(), "is not JSON" + where(broken));
            return;
        }
        sink.record(line.number(), content);
    }

    static void list(InputStream text, Records.Sink sink) throws IOException {
        long line = 1;
        try (var parser = STRICT.createParser(text)) {
            boolean inList = parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() != null;
            while (parser.currentToken() != null && !(inList && parser.currentToken() == JsonToken.END_ARRAY)) {
                line = parser.currentTokenLocation().getLineNr();
                sink.record(line, parser.readValueAsTree());
                parser.nextToken();
            }
            requireEnd(parser, inList, sink);
        } catch (JacksonIOException read) {
            tellTooLong(read, line, sink);
        } catch (JacksonException broken) {
            long at = broken.getLocation() == null ? line : broken.getLocation().getLineNr();
            sink.fault(at, "is not JSON" + where(broken) + "; the rest of the file was not read");
        }
    }

    private static void requireEnd(JsonParser parser, boolean inList, Records.Sink sink) {
        long line = parser.currentLocation().getLineNr();
        if (inList && parser.currentToken() == null) {
            sink.fault(line, "is the last, but the list has no end: the file is cut off");
        } else if (inList && parser.nextToken() != null) {
            sink.fault(line, "has something after the list's end; it was not read");
        }
    }

    private static void tellTooLong(JacksonIOException read, long line, Records.Sink sink) throws IOException {
        if (!(read.getCause() instanceof Capped.TooLong tooLong)) {
            throw read.getCause();
        }
        sink.fault(line, tooLong.reason());
    }

    private static String where(JacksonException broken) {
        var location = broken.getLocation();
        return location == null || location.getColumnNr() < 1 ? "" : " from column " + location.getColumnNr() + " on";
    }
}
