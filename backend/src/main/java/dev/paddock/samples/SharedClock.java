package dev.paddock.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's clock, the one that all replicas share. What one of them writes and another compares with now goes by it. */
@Component
class SharedClock {

    private final JdbcClient jdbc;

    SharedClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant in(Duration wait) {
        return jdbc.sql("select clock_timestamp() + make_interval(secs => ?)")
                .param(wait.toMillis() / 1000.0)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
