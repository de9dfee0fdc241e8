package dev.paddock.samples;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this module's enumerations are written in the database: lower-case words. */
final class Words {

    private Words() {}

    @Converter(autoApply = true)
    static class OfSlot extends Word<Slot> {
        OfSlot() {
            super(Slot.class);
        }
    }

    @Converter(autoApply = true)
    static class OfTurnState extends Word<TurnState> {
        OfTurnState() {
            super(TurnState.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSampleState extends Word<SampleState> {
        OfSampleState() {
            super(SampleState.class);
        }
    }

    abstract static class Word<E extends Enum<E>> implements AttributeConverter<E, String> {

        private final Class<E> type;

        Word(Class<E> type) {
            this.type = type;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable E value) {
            return value == null ? null : value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable E convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        }
    }
}
