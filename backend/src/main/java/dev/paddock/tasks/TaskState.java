package dev.paddock.tasks;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

public enum TaskState {
    OPEN,
    LEASED,
    ANSWERED,
    SKIPPED,
    EXPIRED;

    @Converter(autoApply = true)
    static final class Column extends WordColumn<TaskState> {
        Column() {
            super(TaskState.class);
        }
    }
}
