package dev.paddock.campaigns;

import dev.paddock.shared.WordColumn;
import dev.paddock.shared.Words;
import jakarta.persistence.Converter;

/** Which of a campaign's prepared pairs come first: the oldest, or those that the reward model finds hardest to tell apart. */
public enum Order {
    ARRIVAL,
    UNCERTAINTY;

    public String word() {
        return Words.of(this);
    }

    @Converter(autoApply = true)
    static final class Column extends WordColumn<Order> {
        Column() {
            super(Order.class);
        }
    }
}
