package dev.paddock.people;

import dev.paddock.shared.Refusal;

/** One message for a wrong password, an unknown account, a disabled one and one without a password yet. */
public final class SignInFailed extends Refusal {

    SignInFailed() {
        super(
                Kind.NOT_ALLOWED,
                "E-mail and password do not fit together. Check both, or ask the owner for a new link.");
    }
}
