package dev.paddock.tasks;

import jakarta.persistence.AttributeConverter;
import java.util.Locale;

public enum TaskState {
    OPEN,
    LEASED,
    ANSWERED,
    SKIPPED,
    EXPIRED;

    static final class Column implements AttributeConverter<TaskState, String> {

        @Override
        public String convertToDatabaseColumn(TaskState state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public TaskState convertToEntityAttribute(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
