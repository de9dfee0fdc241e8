package dev.paddock.people;

import dev.paddock.shared.Refusal;

/** A link that was used, replaced, has expired or never existed: which of them is nobody's business. */
public final class LinkVoid extends Refusal {

    LinkVoid() {
        super(
                Kind.NOT_FOUND,
                "This link was used already, was replaced by a newer one or has expired. Ask for a new one.");
    }
}
