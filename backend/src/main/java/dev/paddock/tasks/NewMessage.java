package dev.paddock.tasks;

import dev.paddock.shared.InvalidInput;

/**
 * What the person writes to the models.
 *
 * @param riskCategory for an opening in a safety campaign: what kind of harm it probes; may be empty
 * @param attackVector likewise: how it tries
 */
public record NewMessage(String text, String riskCategory, String attackVector) {

    public static final int LONGEST = 20_000;

    public NewMessage {
        if (text.isBlank()) {
            throw new InvalidInput("text", "is empty: write what you want to say to the models");
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput("text", "has " + text.length() + " characters; at most " + LONGEST + " can be sent");
        }
    }

    public NewMessage(String text) {
        this(text, "", "");
    }
}
