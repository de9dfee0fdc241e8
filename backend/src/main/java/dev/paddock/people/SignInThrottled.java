package dev.paddock.people;

import dev.paddock.shared.Refusal;
import java.time.Duration;

/** Too many failed attempts on this account, or from this address. */
public final class SignInThrottled extends Refusal {

    private final Duration wait;

    SignInThrottled(Duration wait) {
        super(Kind.TOO_MANY, "Too many failed attempts to sign in. Try again in " + words(wait) + ".");
        this.wait = wait;
    }

    public Duration retryAfter() {
        return wait;
    }

    private static String words(Duration wait) {
        var seconds = Math.max(1, wait.toSeconds() + 1);
        return seconds <= 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
