package dev.paddock.models;

import dev.paddock.shared.Refusal;

/** A stored key does not open: the secret it was sealed with is not the one Paddock has now. */
public final class KeyUnreadable extends Refusal {

    KeyUnreadable() {
        super(
                Kind.UNAVAILABLE,
                "The key of this endpoint cannot be read any more: PADDOCK_SECRET or data/secret.key has changed. "
                        + "The owner can enter the key again.");
    }
}
