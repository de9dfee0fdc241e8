package dev.paddock.datasets;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes preferences as {@linkplain JsonLines JSON Lines}. */
sealed interface LineWriter permits TrlLines, HhLines {

    static LineWriter to(OutputStream out, Recipe recipe, Heading heading) {
        var json = JsonLines.to(out);
        return switch (recipe.shape()) {
            case TRL -> new TrlLines(json, recipe.margin(), heading);
            case HH -> new HhLines(json);
        };
    }

    JsonGenerator json();

    void write(Preference preference);

    /** Ends a line. */
    default void end() {
        JsonLines.end(json());
    }
}
