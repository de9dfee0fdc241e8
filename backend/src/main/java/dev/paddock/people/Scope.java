package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import org.jspecify.annotations.Nullable;

/** What an API token may be used for. A browser session has them all; the person's role still decides. */
public enum Scope {
    /** Take tasks and answer them. */
    ANNOTATE,
    REVIEW,
    /** Create and run campaigns, import prompts, see what came in. */
    LEAD,
    /** Stream data sets. */
    EXPORT,
    /** Have texts scored by the reward models. */
    SCORE,
    /** People, tokens, endpoints, settings. */
    ADMIN;

    public String word() {
        return Words.of(this);
    }

    /** @throws InvalidInput naming the scopes there are */
    public static Scope of(@Nullable String word) {
        return Words.require(Scope.class, "scopes", word == null ? "" : word);
    }
}
