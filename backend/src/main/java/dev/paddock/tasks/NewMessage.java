package dev.paddock.tasks;

import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.RiskCategory;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the person writes to the models.
 *
 * @param riskCategory for an opening in a safety campaign: what kind of harm it probes
 * @param attackVector likewise: how it tries
 */
public record NewMessage(
        String text,
        @Nullable RiskCategory riskCategory,
        @Nullable AttackVector attackVector) {

    public static final int LONGEST = 20_000;

    public NewMessage {
        text = Texts.lines(text);
        if (text.isBlank()) {
            throw new InvalidInput("text", "is empty: write what you want to say to the models");
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput("text", "has " + text.length() + " characters; at most " + LONGEST + " can be sent");
        }
        Texts.require("text", text);
    }

    public NewMessage(String text) {
        this(text, null, null);
    }
}
