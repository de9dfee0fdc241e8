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

    /** The first turn after {@code now}; turns that passed while nobody looked are left out. */
    Instant next(Instant turn, Instant now) {
        var first = turn.atOffset(ZoneOffset.UTC);
        var next = first;
        // From the first each time: a month after 31 January, then another, is 31 March and not the 28th.
        for (var turns = 1; !next.toInstant().isAfter(now); turns++) {
            next = first.plus(period.multipliedBy(turns));
        }
        return next.toInstant();
    }
}
