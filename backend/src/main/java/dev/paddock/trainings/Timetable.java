package dev.paddock.trainings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a plan's turns by the clock are, in whole minutes.
 *
 * @param first the very first one, from which all others are counted: a month after 31 January is the 28th, the one after that the 31st
 * @param next the next one
 */
public record Timetable(Rhythm rhythm, Instant first, Instant next) {

    /** The next turn is one from now. */
    static Timetable from(Rhythm rhythm, Instant now) {
        var first = now.truncatedTo(ChronoUnit.MINUTES);
        return new Timetable(rhythm, first, rhythm.next(first, now));
    }

    static Timetable beginning(Rhythm rhythm, Instant first) {
        return new Timetable(rhythm, first, first);
    }

    boolean hasTurn(Instant at) {
        return !at.isBefore(first) && rhythm.next(first, at.minusNanos(1)).equals(at);
    }

    /** After {@code now}; turns that passed while nobody looked are left out. */
    Timetable after(Instant now) {
        return goingOnAt(rhythm.next(first, now));
    }

    Timetable goingOnAt(Instant turn) {
        return new Timetable(rhythm, first, turn);
    }
}
