package dev.paddock.samples.openai;

import dev.paddock.samples.generation.Failure;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One exchange with the server that gave no stream, or lost it. */
final class NotAnswered extends Exception {

    private final Failure failure;
    /** Null: the same request must not be sent again. */
    private final @Nullable Duration retryAfter;

    private NotAnswered(Failure failure, @Nullable Duration retryAfter) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    static NotAnswered because(Failure.Kind kind, String detail) {
        return new NotAnswered(new Failure(kind, detail), null);
    }

    static NotAnswered unreachable(String detail) {
        return new NotAnswered(new Failure(Failure.Kind.UNREACHABLE, detail), Duration.ofMillis(200));
    }

    static NotAnswered status(int status, HttpHeaders headers, String body) {
        // What is said to a wrong key may well name it.
        var silent = body.isBlank() || status == 401 || status == 403;
        var detail = "HTTP " + status + (silent ? "" : ": " + body.strip());
        return switch (status) {
            case 429, 503 -> new NotAnswered(new Failure(Failure.Kind.BUSY, detail), retryAfter(headers));
            case 502 -> new NotAnswered(new Failure(Failure.Kind.UNREACHABLE, detail), retryAfter(headers));
            case 413 -> because(Failure.Kind.TOO_LONG, detail);
            case 500, 504 -> because(Failure.Kind.BROKEN, detail);
            default ->
                because(Failure.Kind.REFUSED, status / 100 == 3 ? detail + " (redirects are not followed)" : detail);
        };
    }

    private static Duration retryAfter(HttpHeaders headers) {
        var told = headers.firstValue("Retry-After").orElse("").strip();
        if (told.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        try {
            var at = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(Clock.systemUTC().instant(), at);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException absent) {
            return Duration.ofMillis(500);
        }
    }

    Failure failure() {
        return failure;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
