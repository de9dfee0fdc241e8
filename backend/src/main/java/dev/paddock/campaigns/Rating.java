package dev.paddock.campaigns;

import dev.paddock.shared.Words;

/** A Likert scale, 1 to 5, that each answer is rated on where a campaign asks for it. */
public enum Rating {
    HELPFULNESS,
    SAFETY;

    public String word() {
        return Words.of(this);
    }
}
