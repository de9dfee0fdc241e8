package dev.paddock.reward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kind's look at the samples, a few at a time and from where it stopped: mostly at the latest, every now and then at all of them. */
final class Look {

    static final Duration LATEST = Duration.ofMinutes(10);

    private Instant lookedAtAll = Instant.EPOCH;
    private Instant begun = Instant.EPOCH;
    private Instant since = Instant.EPOCH;
    private @Nullable Mark mark;

    /** Where to look next. */
    Mark mark(Instant now) {
        var next = mark == null ? begin(now) : mark;
        mark = next;
        return next;
    }

    /** The latest generated ones are looked at before this, each time. */
    private Mark begin(Instant now) {
        var all = !lookedAtAll.plus(LATEST).isAfter(now);
        begun = now;
        since = all ? Instant.EPOCH : now.minus(LATEST);
        return all ? Mark.generatedSince(since) : Mark.importedSince(since);
    }

    /** @return whether there is more to look at */
    boolean advance(Mark from, Optional<Mark> to) {
        mark = to.or(() -> from.imported() ? Optional.empty() : Optional.of(Mark.importedSince(since)))
                .orElse(null);
        if (mark == null && since.equals(Instant.EPOCH)) {
            lookedAtAll = begun;
        }
        return mark != null;
    }
}
