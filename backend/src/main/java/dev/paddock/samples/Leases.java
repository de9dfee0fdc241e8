package dev.paddock.samples;

import jakarta.annotation.PreDestroy;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps this instance's turns its own while it lives, and leaves them to others when it ends. */
@Component
class Leases {

    private static final Logger logger = LoggerFactory.getLogger(Leases.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private static final String RENEW = """
            update turn set owned_until = now() + make_interval(secs => :lease)
             where id = any(:turns) and owner = :instance and state = 'generating'
            returning id
            """;

    private static final String HAND_OVER =
            "update turn set owned_until = now() where owner = ? and state = 'generating'";

    private final TurnRuns runs;
    private final JdbcClient jdbc;
    private final GenerationSettings settings;
    private final Instance instance;

    Leases(TurnRuns runs, JdbcClient jdbc, GenerationSettings settings, Instance instance) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.settings = settings;
        this.instance = instance;
    }

    /**
     * Also how a cancel on another replica reaches this one. At a fixed rate, as those jobs get a thread for each run: with a fixed delay
     * all of them share one, and a slow job elsewhere would let these leases run out.
     */
    @Scheduled(fixedRateString = "${paddock.generation.renewal:2s}")
    void renew() {
        var mine = runs.ids();
        if (!mine.isEmpty()) {
            var kept = Set.copyOf(renewed(List.copyOf(mine)));
            mine.stream().filter(turn -> !kept.contains(turn)).forEach(runs::stop);
        }
    }

    private List<UUID> renewed(List<UUID> mine) {
        return jdbc.sql(RENEW)
                .param("lease", settings.lease().toSeconds())
                .param("turns", mine.toArray(UUID[]::new), Types.ARRAY)
                .param("instance", instance.name())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** So that whoever waits goes on at once, on another replica or after the restart, and not when the leases are over. */
    @PreDestroy
    void handOver() {
        try {
            runs.close(FAREWELL);
            var left = jdbc.sql(HAND_OVER).param(instance.name()).update();
            if (left > 0) {
                logger.info("Turns left to whoever comes next: {}", left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            logger.warn("Turns under way stay until their leases are over: {}", unreachable.toString());
        }
    }
}
