package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address in one spelling: trimmed and in lower case, so that nobody has two accounts by a capital letter. */
record Email(String address) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}<>\",;]+@[^\\s@\\p{Cntrl}<>\",;]+");

    /** @throws InvalidInput when it cannot be an address */
    static Email of(@Nullable String typed) {
        var email = new Email(normalise(typed));
        Texts.require("email", email.address);
        if (email.address.length() > LONGEST || !SHAPE.matcher(email.address).matches()) {
            throw new InvalidInput("email", "must be an e-mail address, like ada@example.org");
        }
        return email;
    }

    /** The same spelling without the check, to look an account up by what somebody typed. */
    static String normalise(@Nullable String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }
}
