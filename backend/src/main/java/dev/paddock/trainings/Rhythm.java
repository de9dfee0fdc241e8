package dev.paddock.trainings;

import dev.paddock.shared.Words;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** How often something is done by the clock, always at the same time of day (UTC). */
public enum Rhythm {
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1)),
    MONTHLY(Period.ofMonths(1));

    private final Period period;

    Rhythm(Period period) {
        this.period = period;
    }

    public String word() {
        return Words.of(this);
    }

    /** The first turn after {@code now}, counted from the very first one; turns that passed while nobody looked are left out. */
    Instant next(Instant veryFirst, Instant now) {
        var first = veryFirst.atOffset(ZoneOffset.UTC);
        var next = first;
        // Not step by step: two months after 31 January is 31 March, a month after 28 February is not.
        for (var turns = 1; !next.toInstant().isAfter(now); turns++) {
            next = first.plus(period.multipliedBy(turns));
        }
        return next.toInstant();
    }
}
