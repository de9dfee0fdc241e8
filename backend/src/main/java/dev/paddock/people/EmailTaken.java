package dev.paddock.people;

import dev.paddock.shared.Refusal;
import java.util.List;

/** Somebody has an account with this address. */
public final class EmailTaken extends Refusal {

    EmailTaken() {
        super(
                Kind.CONFLICT,
                "Somebody with this e-mail address is here already. Find them in the list of people.",
                List.of(new Fault("email", "belongs to somebody who is here already")));
    }
}
