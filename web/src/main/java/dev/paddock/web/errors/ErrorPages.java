package dev.paddock.web.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside of any controller: in a filter, in a template, in the container. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        var status = HttpStatus.resolve(code);
        return problems.answer(
                request, status == null || status.is5xxServerError() ? failure(request) : refusal(status));
    }

    private static Problem refusal(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN ->
                Problem.of(
                        status, "This is not for you, or the page was open for too long. Load it anew and try again.");
            case NOT_FOUND -> Problem.of(status, "There is nothing at this address.");
            case CONTENT_TOO_LARGE -> RequestFaults.tooLarge();
            default -> Problem.of(status, "The request could not be read. Go back and try again.");
        };
    }

    private static Problem failure(HttpServletRequest request) {
        var id = UUID.randomUUID().toString().substring(0, 8);
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error(
                "{} failed outside of a controller, told as {}",
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                id,
                cause);
        return Problem.failure(id);
    }
}
