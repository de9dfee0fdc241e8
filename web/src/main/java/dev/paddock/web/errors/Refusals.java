package dev.paddock.web.errors;

import dev.paddock.people.SignInThrottled;
import dev.paddock.shared.Refusal;
import dev.paddock.web.live.CallerGone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every refusal and every failure passes here once, whichever controller met it. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (refusal instanceof SignInThrottled throttled) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(throttled.retryAfter().toSeconds() + 1));
        }
        return tell(Problem.of(refusal), refusal, request, response);
    }

    @ExceptionHandler
    Object methodNotAllowed(
            HttpRequestMethodNotSupportedException wrong, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", RequestFaults.allowed(wrong)));
        return tell(RequestFaults.methodNotAllowed(wrong), wrong, request, response);
    }

    /** Security's own: its filter knows whether to ask for a password or a token. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void security(RuntimeException refused) {
        throw refused;
    }

    /** Nobody is there any more to be told. Taking the response tells Spring that it is dealt with; without it a view would be looked for. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, CallerGone.class})
    void gone(HttpServletResponse response) {}

    @ExceptionHandler
    Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        var known = RequestFaults.of(failure).or(() -> DatabaseFaults.of(failure));
        return known.isPresent() ? tell(known.get(), failure, request, response) : broken(failure, request, response);
    }

    private Object broken(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, told as {}", request.getMethod(), request.getRequestURI(), id, failure);
        return tell(Problem.failure(id), failure, request, response);
    }

    /** Once the answer is under way, only a connection that breaks tells the client that it is not whole. */
    private Object tell(Problem problem, Exception cause, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw new AnswerBroken(cause);
        }
        response.resetBuffer();
        return problems.answer(request, problem);
    }

    /** Ends the connection; the container closes it without the last chunk. */
    static final class AnswerBroken extends RuntimeException {

        AnswerBroken(@Nullable Throwable cause) {
            super("The answer ended early", cause, false, false);
        }
    }
}
