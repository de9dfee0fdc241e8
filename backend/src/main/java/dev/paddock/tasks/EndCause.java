package dev.paddock.tasks;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

/** What ended a lease. */
enum EndCause {
    COMPLETED,
    /** Answered with a judgement that was made elsewhere. */
    IMPORTED,
    SKIPPED,
    LEFT,
    OVERTIME,
    FORMER_MEMBER;

    @Converter(autoApply = true)
    static final class Column extends WordColumn<EndCause> {
        Column() {
            super(EndCause.class);
        }
    }
}
