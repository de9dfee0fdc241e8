package dev.paddock.people;

import dev.paddock.shared.Refusal;

/** Nobody would be left to open the house. */
public final class LastOwner extends Refusal {

    LastOwner() {
        super(Kind.CONFLICT, "This is the last owner who can sign in. Make somebody else an owner first.");
    }
}
