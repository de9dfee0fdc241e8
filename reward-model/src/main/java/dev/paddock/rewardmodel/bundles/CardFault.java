package dev.paddock.rewardmodel.bundles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.features.Excerpt;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a card, for whoever wrote it: the field by its path, and what it may be. */
final class CardFault {

    private static final int LONGEST_SHOWN = 60;

    private CardFault() {}

    static String words(JacksonException e) {
        var field = path(e.getPath());
        return switch (e) {
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException said ->
                field.contains("[") ? field + ": " + said.getMessage() : String.valueOf(said.getMessage());
            case InvalidTypeIdException wrong -> shape(field, wrong);
            case InvalidFormatException wrong -> {
                var type = Objects.requireNonNullElse(wrong.getTargetType(), Object.class);
                yield quoted(field) + " is " + shown(wrong.getValue()) + "; it "
                        + (type.isEnum() ? "may be " + either(words(type)) : "must be " + form(type));
            }
            case MismatchedInputException none when isNull(none) -> quoted(field) + " is missing";
            case MismatchedInputException wrong
            when field.isEmpty() && wrong.getTargetType() == ModelCard.class -> "it is no object";
            case MismatchedInputException wrong -> quoted(field) + " must be " + form(wrong.getTargetType());
            case InputCoercionException wrong -> quoted(field) + " must be " + form(wrong.getTargetType());
            case StreamReadException broken -> noJson(broken);
            case StreamConstraintsException _ -> "it lies too deep in itself, or holds too long a text or number";
            default -> quoted(field) + " cannot be read";
        };
    }

    /** {@code golden[3].messages[0].role} */
    private static String path(List<JacksonException.Reference> references) {
        return references.stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String quoted(String field) {
        return "'" + field + "'";
    }

    private static String shown(Object value) {
        return "\"" + Excerpt.head(String.valueOf(value), LONGEST_SHOWN) + "\"";
    }

    private static String shape(String field, InvalidTypeIdException wrong) {
        var type = wrong.getBaseType().getRawClass();
        var says =
                Objects.requireNonNull(type.getAnnotation(JsonTypeInfo.class)).property();
        var shapes = Arrays.stream(Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class))
                        .value())
                .map(JsonSubTypes.Type::name)
                .toList();
        var is = wrong.getTypeId() == null ? " is missing" : " is " + shown(wrong.getTypeId());
        return quoted(field + "." + says) + is + "; it may be " + either(shapes);
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> {
                    var named = constant.getAnnotation(JsonProperty.class);
                    return named == null ? constant.getName() : named.value();
                })
                .toList();
    }

    private static String either(List<String> words) {
        var last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** A number or a truth value that is null, or not there. */
    private static boolean isNull(MismatchedInputException e) {
        return e.getTargetType() != null
                && e.getTargetType().isPrimitive()
                && String.valueOf(e.getOriginalMessage()).startsWith("Cannot map `null`");
    }

    private static String form(Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == int.class) {
            return "a whole number of at most " + Integer.MAX_VALUE;
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String noJson(StreamReadException broken) {
        var at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? "it is no JSON"
                : "it is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
