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
    private @Nullable Place place;

    /** Where to look next. */
    Place place(Instant now) {
        var next = place == null ? begin(now) : place;
        place = next;
        return next;
    }

    /** The latest generated ones are looked at before this, each time. */
    private Place begin(Instant now) {
        var all = !lookedAtAll.plus(LATEST).isAfter(now);
        begun = now;
        since = all ? Instant.EPOCH : now.minus(LATEST);
        return all ? Place.generatedSince(since) : Place.importedSince(since);
    }

    /** @return whether there is more to look at */
    boolean came(Place from, Optional<Place> to) {
        place = to.or(() -> from.imported() ? Optional.empty() : Optional.of(Place.importedSince(since)))
                .orElse(null);
        if (place == null && since.equals(Instant.EPOCH)) {
            lookedAtAll = begun;
        }
        return place != null;
    }
}
