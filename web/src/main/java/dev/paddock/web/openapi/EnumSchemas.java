package dev.paddock.web.openapi;

import dev.paddock.shared.Words;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enumerations are described by the words that go over the wire. */
@Component
class EnumSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var meant = Json.mapper().constructType(type.getType()).getRawClass();
        if (meant.isEnum()) {
            return words(meant);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<?> words(Class<?> type) {
        var schema = new StringSchema();
        Arrays.stream(type.getEnumConstants())
                .map(value -> Words.of((Enum<?>) value))
                .forEach(schema::addEnumItem);
        return schema;
    }
}
