package dev.paddock.datasets;

import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The shape of Anthropic's HH-RLHF. It has no place for a system text: that comes before the first {@code Human:}, as in Anthropic's own
 * prompts of that time. A message that spells out a turn's mark loses the blank lines before it, so nobody can forge a turn.
 */
record HhLines(JsonGenerator json) implements LineWriter {

    /** However many line breaks there are: one taken away from three would leave two. */
    private static final Pattern FORGED = Pattern.compile("\\n{2,}(?=(Human|Assistant):)");

    @Override
    public void write(Preference preference) {
        var dialogue = new StringBuilder(plain(preference.dialogue().system()));
        preference
                .dialogue()
                .tell((role, content) -> dialogue.append(mark(role)).append(plain(content)));
        dialogue.append(mark("assistant"));
        json.writeStartObject()
                .writeStringProperty(
                        "chosen", dialogue + plain(preference.chosen().text()))
                .writeStringProperty(
                        "rejected", dialogue + plain(preference.rejected().text()));
        end();
    }

    private static String mark(String role) {
        return role.equals("user") ? "\n\nHuman: " : "\n\nAssistant: ";
    }

    private static String plain(String content) {
        return FORGED.matcher(content).replaceAll("\n");
    }
}
