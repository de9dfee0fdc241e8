package dev.paddock.people;

import dev.paddock.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Which passwords are good enough, and how they are kept: bcrypt, with the method's name before the hash so that it can change. */
@Component
class Passwords {

    static final int SHORTEST = 12;

    /** bcrypt reads no further; cutting off in silence would make two passwords one. */
    private static final int LONGEST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int COST = 11;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final String nobodys = encoder.encode(Secrets.secret());

    /** @throws InvalidInput saying what a good one looks like */
    String hash(@Nullable String password) {
        if (password == null || password.length() < SHORTEST) {
            throw new InvalidInput(
                    "password", "must have at least " + SHORTEST + " characters; four random words make a good one");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new InvalidInput("password", "must fit in " + LONGEST_BYTES + " bytes: fewer characters, please");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new InvalidInput(
                    "password", "must not be a few characters repeated; four random words make a good one");
        }
        return encoder.encode(password);
    }

    /** Takes as long for an account that does not exist as for a wrong password, so that the time tells nothing. */
    boolean matches(@Nullable String password, @Nullable String hash) {
        var typed =
                password == null || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES ? "" : password;
        var right = encoder.matches(typed, hash == null ? nobodys : hash);
        return right && hash != null;
    }
}
