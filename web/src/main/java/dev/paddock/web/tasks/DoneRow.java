package dev.paddock.web.tasks;

import dev.paddock.annotations.Comparison;
import dev.paddock.shared.Words;
import java.time.Instant;
import java.util.UUID;

/** @param open it can still be corrected */
record DoneRow(
        UUID id, long number, Instant savedAt, String choice, String safety, String note, boolean open, Instant until) {

    static DoneRow of(Comparison saved, Instant until, Instant now) {
        var bin = saved.safety();
        return new DoneRow(
                saved.id(),
                saved.number(),
                saved.savedAt(),
                (Words.of(saved.chosen()) + " " + Words.of(saved.degree())).replace('-', ' '),
                bin == null ? "" : Words.of(bin).replace('-', ' '),
                saved.note(),
                now.isBefore(until),
                until);
    }
}
