package dev.paddock.datasets;

import tools.jackson.core.JsonGenerator;

/**
 * The shape of Anthropic's HH-RLHF. It has no place for a system text: that comes before the first {@code Human:}, as in Anthropic's own
 * prompts of that time. A message that spells out a turn's mark loses the blank line before it, so nobody can forge a turn.
 */
record HhLines(JsonGenerator json) implements LineWriter {

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
        return content.replace("\n\nHuman:", "\nHuman:").replace("\n\nAssistant:", "\nAssistant:");
    }
}
