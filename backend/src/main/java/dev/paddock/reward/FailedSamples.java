package dev.paddock.reward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The samples that got no score from a model: those that it will never take, and those that its server went away over. Once may be chance,
 * and the sample is the first to be asked for when the server is back; from the second time on it waits, longer each time, as the server may
 * go away because of it. Of a model that is open no more nothing is kept, and of any so much at most.
 */
final class FailedSamples {

    private static final int MOST = 10_000;
    private static final Duration FIRST_WAIT = Look.LATEST;
    private static final int MOST_DOUBLINGS = 7;

    private final Clock clock;
    private final Cache<Failed, Boolean> hopeless = bounded();
    private final Cache<Failed, Boolean> told = bounded();
    private final Cache<Failed, Faints> faints = bounded();

    private record Failed(String model, UUID sample) {}

    private record Faints(int times, Instant until) {}

    FailedSamples(Clock clock) {
        this.clock = clock;
    }

    private static <T> Cache<Failed, T> bounded() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /** Not to be asked for now. */
    Set<UUID> of(String model) {
        var now = clock.instant();
        var without = hopeless.asMap().keySet().stream()
                .filter(failed -> failed.model().equals(model))
                .map(Failed::sample)
                .collect(Collectors.toSet());
        faints.asMap().forEach((failed, faint) -> {
            if (failed.model().equals(model) && now.isBefore(faint.until())) {
                without.add(failed.sample());
            }
        });
        return without;
    }

    void isHopeless(String model, UUID sample) {
        hopeless.put(new Failed(model, sample), true);
    }

    /** @return whether it is the first time that this is said */
    boolean isNew(String model, UUID sample) {
        return told.asMap().putIfAbsent(new Failed(model, sample), true) == null;
    }

    void wentAwayOver(String model, UUID sample) {
        faints.asMap().compute(new Failed(model, sample), (_, before) -> {
            var times = before == null ? 1 : before.times() + 1;
            return new Faints(times, clock.instant().plus(wait(times)));
        });
    }

    private static Duration wait(int times) {
        return times < 2 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << Math.min(times - 2, MOST_DOUBLINGS));
    }

    void scored(String model, UUID sample) {
        var failed = new Failed(model, sample);
        faints.invalidate(failed);
        told.invalidate(failed);
    }

    void keepOnly(Set<String> models) {
        hopeless.asMap().keySet().removeIf(failed -> !models.contains(failed.model()));
        told.asMap().keySet().removeIf(failed -> !models.contains(failed.model()));
        faints.asMap().keySet().removeIf(failed -> !models.contains(failed.model()));
    }
}
