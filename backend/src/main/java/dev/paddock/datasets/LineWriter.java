package dev.paddock.datasets;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes preferences as JSON Lines: one object a line, UTF-8, LF at the end of each. */
sealed interface LineWriter permits TrlLines, HhLines {

    JsonFactory JSON = JsonFactory.builder()
            .characterEscapes(new OneLine())
            .rootValueSeparator("")
            .build();

    static LineWriter to(OutputStream out, Recipe recipe, Heading heading) {
        var json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        return switch (recipe.shape()) {
            case TRL -> new TrlLines(json, recipe.margin(), heading);
            case HH -> new HhLines(json);
        };
    }

    JsonGenerator json();

    void write(Preference preference);

    /** Ends a line. */
    default void end() {
        json().writeEndObject().writeRaw('\n');
    }
}
