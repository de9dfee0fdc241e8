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
 * The samples that got no score from a model for now. Those that its server went away over: once may be chance, and the sample is the first
 * to be asked for when the server is back; from the second time on it waits, longer each time, as the server may go away because of it.
 * Of a model that is open no more nothing is kept, and of all together so much at most.
 */
final class FailedSamples {

    private static final int MOST = 10_000;
    private static final Duration FIRST_WAIT = Look.LATEST;
    private static final int MOST_DOUBLINGS = 7;

    private final Clock clock;
    private final Cache<Failed, Boolean> told = bounded();
    private final Cache<Failed, Outages> outages = bounded();

    private record Failed(String model, UUID sample) {}

    private record Outages(int times, Instant until) {}

    FailedSamples(Clock clock) {
        this.clock = clock;
    }

    private static <T> Cache<Failed, T> bounded() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /** Not to be asked for now. */
    Set<UUID> of(String model) {
        var now = clock.instant();
        return outages.asMap().entrySet().stream()
                .filter(each -> each.getKey().model().equals(model))
                .filter(each -> now.isBefore(each.getValue().until()))
                .map(each -> each.getKey().sample())
                .collect(Collectors.toSet());
    }

    /** @return whether it is the first time that this is said */
    boolean tellOnce(String model, UUID sample) {
        return told.asMap().putIfAbsent(new Failed(model, sample), true) == null;
    }

    void wentAwayOver(String model, UUID sample) {
        outages.asMap().compute(new Failed(model, sample), (_, before) -> {
            var times = before == null ? 1 : before.times() + 1;
            return new Outages(times, clock.instant().plus(wait(times)));
        });
    }

    private static Duration wait(int times) {
        return times < 2 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << Math.min(times - 2, MOST_DOUBLINGS));
    }

    void scored(String model, UUID sample) {
        var failed = new Failed(model, sample);
        outages.invalidate(failed);
        told.invalidate(failed);
    }

    void keepOnly(Set<String> models) {
        told.asMap().keySet().removeIf(failed -> !models.contains(failed.model()));
        outages.asMap().keySet().removeIf(failed -> !models.contains(failed.model()));
    }
}
