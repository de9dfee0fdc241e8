package dev.paddock.samples;

import dev.paddock.samples.generation.Health;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was last seen of each server, so that nobody's page waits for a server that is away. One not yet seen counts as up. */
final class HealthMemory {

    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    Health of(UUID endpoint, Supplier<Health> look) {
        var now = System.nanoTime();
        var known = seen.compute(endpoint, (id, before) -> {
            if (before != null && now - before.asked() < FRESH_NANOS) {
                return before;
            }
            Thread.ofVirtual().start(() -> seen.put(id, new Seen(look.get(), System.nanoTime())));
            return new Seen(before == null ? Health.UP : before.health(), now);
        });
        return known.health();
    }

    private record Seen(Health health, long asked) {}
}
