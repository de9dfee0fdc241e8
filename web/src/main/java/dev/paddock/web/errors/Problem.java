package dev.paddock.web.errors;

import dev.paddock.shared.Refusal;
import dev.paddock.shared.Refusal.Fault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as the caller is told it.
 *
 * @param type   the fact in hyphenated words, for programs: {@code last-owner}
 * @param id     stands beside the failure in the log; null where there is nothing to look up
 */
public record Problem(
        HttpStatus status,
        String type,
        String title,
        String detail,
        List<Fault> faults,
        @Nullable String id) {

    public static Problem of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    static Problem of(HttpStatus status, String detail, List<Fault> faults) {
        return new Problem(status, words(status.getReasonPhrase()), status.getReasonPhrase(), detail, faults, null);
    }

    static Problem of(Refusal refusal) {
        var status = status(refusal.kind());
        var fact = refusal.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return new Problem(
                status, fact, status.getReasonPhrase(), String.valueOf(refusal.getMessage()), refusal.faults(), null);
    }

    static Problem failure(String id) {
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        var detail =
                "Something broke on our side and nothing was changed. Whoever runs Paddock finds it in the log under "
                        + id + ".";
        return new Problem(status, words(status.getReasonPhrase()), status.getReasonPhrase(), detail, List.of(), id);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String words(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
