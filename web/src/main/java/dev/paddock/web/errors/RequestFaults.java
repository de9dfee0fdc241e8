package dev.paddock.web.errors;

import dev.paddock.shared.Refusal;
import dev.paddock.shared.Refusal.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What is wrong with a request before any verb saw it, and what to do about it. Never repeats what was sent. */
final class RequestFaults {

    private RequestFaults() {}

    static Optional<Problem> of(Exception wrong) {
        return Optional.ofNullable(
                switch (wrong) {
                    case HttpMessageNotReadableException unreadable -> BodyFaults.of(unreadable);
                    case MethodArgumentNotValidException invalid -> invalid(invalid.getBindingResult());
                    case BindException invalid -> invalid(invalid.getBindingResult());
                    case HandlerMethodValidationException invalid -> invalid(invalid);
                    case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
                    case MissingServletRequestParameterException missing ->
                        missing(missing.getParameterName(), "parameter");
                    case MissingRequestHeaderException missing -> missing(missing.getHeaderName(), "header");
                    case MissingServletRequestPartException missing -> missing(missing.getRequestPartName(), "file");
                    case MaxUploadSizeExceededException _ -> tooLarge();
                    case MultipartException _ ->
                        Problem.of(
                                HttpStatus.BAD_REQUEST, "The upload broke off or is no multipart form. Send it again.");
                    case NoResourceFoundException _ -> nothingHere();
                    case NoHandlerFoundException _ -> nothingHere();
                    case HttpMediaTypeNotSupportedException type ->
                        Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "Send one of these content types: " + join(type.getSupportedMediaTypes()));
                    case HttpMediaTypeNotAcceptableException type ->
                        Problem.of(
                                HttpStatus.NOT_ACCEPTABLE,
                                "This can be had as: " + join(type.getSupportedMediaTypes()));
                    case AsyncRequestTimeoutException _ ->
                        Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "This took too long. Try again in a moment.");
                    case ErrorResponse other -> other(other);
                    default -> null;
                });
    }

    static List<String> allowed(HttpRequestMethodNotSupportedException wrong) {
        return Optional.ofNullable(wrong.getSupportedHttpMethods()).stream()
                .flatMap(java.util.Collection::stream)
                .map(Object::toString)
                .sorted()
                .toList();
    }

    static Problem methodNotAllowed(HttpRequestMethodNotSupportedException wrong) {
        return Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED, "This address takes " + String.join(", ", allowed(wrong)) + ".");
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "The file is larger than Paddock takes. Split it and send the parts.");
    }

    private static Problem nothingHere() {
        return Problem.of(
                HttpStatus.NOT_FOUND,
                "There is nothing at this address. The API's own description is at /api/openapi.");
    }

    private static Problem invalid(BindingResult result) {
        var fields = result.getFieldErrors().stream()
                .map(error -> new Fault(
                        error.getField(),
                        error.isBindingFailure() ? "cannot be read as what belongs there" : message(error)))
                .toList();
        var whole = result.getGlobalErrors().stream().map(error -> new Fault(error.getObjectName(), message(error)));
        return faults(java.util.stream.Stream.concat(fields.stream(), whole).toList());
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        if (invalid.isForReturnValue()) {
            throw new IllegalStateException(invalid);
        }
        return faults(invalid.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream()
                        .map(error -> new Fault(
                                String.valueOf(parameter.getMethodParameter().getParameterName()), message(error))))
                .toList());
    }

    /** An id in the path that is none is an id that nobody has; a parameter of the wrong kind is named. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(HttpStatus.NOT_FOUND, "There is no such thing, or it is not yours to see.");
        }
        if (mismatch.getRootCause() instanceof Refusal refusal) {
            return Problem.of(refusal);
        }
        return faults(Problems.one(mismatch.getName(), "must be " + BodyFaults.expected(mismatch.getRequiredType())));
    }

    private static Problem missing(String name, String kind) {
        return faults(Problems.one(name, "is missing: a " + kind + " of this name is needed"));
    }

    private static Problem faults(List<Fault> faults) {
        var first = faults.isEmpty()
                ? ""
                : ": " + faults.getFirst().field() + " " + faults.getFirst().reason();
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "Some of what was sent cannot be taken" + first + ".", faults);
    }

    private static Problem other(ErrorResponse response) {
        var status = HttpStatus.resolve(response.getStatusCode().value());
        return Problem.of(status == null ? HttpStatus.BAD_REQUEST : status, "The request could not be carried out.");
    }

    private static String message(org.springframework.context.MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("is not right");
    }

    private static String join(List<?> words) {
        return String.join(", ", words.stream().map(Object::toString).toList());
    }
}
