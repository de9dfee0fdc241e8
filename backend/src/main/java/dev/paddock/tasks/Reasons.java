package dev.paddock.tasks;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;

/** The free text that goes with a skip or a flag. */
final class Reasons {

    static final int LONGEST = 1_000;

    private Reasons() {}

    static String checked(String reason) {
        var text = Texts.lines(reason).strip();
        if (text.isEmpty()) {
            throw new InvalidInput("reason", "is missing: say in a few words why");
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput("reason", "is longer than " + LONGEST + " characters");
        }
        Texts.require("reason", text);
        return text;
    }
}
