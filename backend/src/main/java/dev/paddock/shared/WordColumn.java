package dev.paddock.shared;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Keeps an enumeration in a text column as its {@linkplain Words word}. Each enumeration has a subclass with {@code @Converter(autoApply = true)}. */
public abstract class WordColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected WordColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : Words.of(value);
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String word) {
        return word == null ? null : Words.read(type, word).orElseThrow();
    }
}
