package dev.paddock.web.errors;

import dev.paddock.shared.Refusal;
import dev.paddock.shared.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body: the line and column of broken JSON, the field of a wrong value. */
final class BodyFaults {

    private BodyFaults() {}

    static Problem of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal);
            }
            if (cause instanceof InputCoercionException number
                    && !number.getPath().isEmpty()) {
                return wrong(number, "must be " + within(number.getTargetType()));
            }
            if (cause instanceof StreamReadException broken) {
                return broken(broken);
            }
            if (cause instanceof MismatchedInputException mismatch
                    && !mismatch.getPath().isEmpty()) {
                return mismatch(mismatch);
            }
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST, "A JSON object is needed as the body, with Content-Type: application/json.");
    }

    private static Problem broken(StreamReadException broken) {
        var at = broken.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(
                HttpStatus.BAD_REQUEST, "The body is not JSON" + where + ". Check quotes, commas and brackets there.");
    }

    private static Problem mismatch(MismatchedInputException mismatch) {
        var reason = mismatch instanceof UnrecognizedPropertyException unknown
                ? "is not known here; known are: " + known(unknown.getKnownPropertyIds())
                : "must be " + expected(mismatch.getTargetType());
        return wrong(mismatch, reason);
    }

    private static Problem wrong(JacksonException cause, String reason) {
        var field = field(cause);
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Some of what was sent cannot be taken: " + field + " " + reason + ".",
                Problems.one(field, reason));
    }

    /** {@code responses[1].text} */
    private static String field(JacksonException mismatch) {
        var path = new StringBuilder();
        for (var step : mismatch.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(visible(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    private static String visible(String name) {
        var text = name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.toString();
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of: " + words(type);
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "a number";
        }
        if (type == UUID.class) {
            return "an id as Paddock gives it";
        }
        if (type == Instant.class) {
            return "a time like 2026-11-23T12:00:00Z";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    /** A number that its type cannot hold. */
    private static String within(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        return type == long.class || type == Long.class
                ? "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
                : expected(type);
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> Words.of((Enum<?>) value))
                .collect(Collectors.joining(", "));
    }

    private static String known(@Nullable Collection<Object> names) {
        return names == null
                ? "none"
                : names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
