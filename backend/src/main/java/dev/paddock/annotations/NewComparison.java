package dev.paddock.annotations;

import dev.paddock.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A judgement as it comes in, by side. Whether it fits the campaign is decided on submit.
 *
 * @param safety null outside safety campaigns
 * @param then   whether the conversation goes on from the chosen answer
 */
public record NewComparison(
        Side chosen, Degree degree, @Nullable SafetyBin safety, Ratings left, Ratings right, String note, Then then) {

    public enum Then {
        CONTINUE,
        END
    }

    static final int LONGEST_NOTE = 4_000;

    public NewComparison {
        note = Texts.lines(note);
    }

    Ratings ofChosen() {
        return chosen == Side.LEFT ? left : right;
    }

    Ratings ofRejected() {
        return chosen == Side.LEFT ? right : left;
    }
}
