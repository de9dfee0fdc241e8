package dev.paddock.tasks;

import dev.paddock.shared.WordColumn;
import jakarta.persistence.Converter;

/**
 * Why an item was taken before others: its place in the queue, its predicted gap, or a draw that knows of no gap. What the small gaps of
 * others have left over hangs on its gap too, whatever the order is later.
 */
enum ChosenBy {
    ARRIVAL,
    UNCERTAINTY,
    RANDOM;

    @Converter(autoApply = true)
    static final class Column extends WordColumn<ChosenBy> {
        Column() {
            super(ChosenBy.class);
        }
    }
}
