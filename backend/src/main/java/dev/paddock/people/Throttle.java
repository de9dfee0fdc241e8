package dev.paddock.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing at passwords. An attempt counts as a failure from its beginning and is forgiven when it succeeds, so that many at once
 * gain nothing over one after the other.
 */
@Component
class Throttle {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** What failures are counted by, and how many are free. */
    enum Kind {
        /** An account from one address: who fails somewhere holds nobody back elsewhere. */
        ACCOUNT_THERE(5),
        /** An address, whichever accounts are tried from it: many people may share one. */
        ADDRESS(30),
        /** An account from all addresses that are strange to it, so that having many of them helps little. */
        ACCOUNT(100);

        private final int free;

        Kind(int free) {
            this.free = free;
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    Throttle(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws SignInThrottled while the account or address is held back */
    void begin(Kind kind, String... who) {
        var key = key(kind, who);
        if (!counted(kind, key)) {
            throw new SignInThrottled(remaining(key).orElse(Duration.ofSeconds(1)));
        }
    }

    /** Forgets what is long past as well, so that the table stays small without anybody sweeping it. */
    void forgive(Kind kind, String... who) {
        forgiveLike(key(kind, who));
    }

    /** Wherever it was tried from. */
    void forgiveAccount(String account) {
        forgiveLike(key(Kind.ACCOUNT, account));
        forgiveLike(key(Kind.ACCOUNT_THERE, account) + "%");
    }

    private void forgiveLike(String key) {
        sql.sql("delete from sign_in_throttle where key like :key or updated_at < :forgotten")
                .param("key", key)
                .param("forgotten", clock.instant().minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** For a success from an address where others keep failing. */
    void forgiveOne(Kind kind, String... who) {
        sql.sql(
                        "update sign_in_throttle set failures = greatest(0, failures - 1), blocked_until = :now where key = :key")
                .param("key", key(kind, who))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One statement, so that the row's lock puts simultaneous attempts in a line: each failure beyond the free ones doubles the delay. */
    private boolean counted(Kind kind, String key) {
        var now = clock.instant();
        return sql.sql("""
                                insert into sign_in_throttle as t (key, failures, blocked_until, updated_at)
                                values (:key, 1, :now, :now)
                                on conflict (key) do update set
                                    failures = case when t.updated_at < :forgotten then 1 else t.failures + 1 end,
                                    blocked_until = case
                                        when t.updated_at < :forgotten or t.failures + 1 < :free then :now
                                        else :now + make_interval(secs => least(:longest, :first * power(2, least(t.failures + 1 - :free, 20))))
                                    end,
                                    updated_at = :now
                                where t.blocked_until <= :now
                                """)
                        .param("key", key)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("forgotten", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                        .param("free", kind.free)
                        .param("first", (double) FIRST_DELAY.toSeconds())
                        .param("longest", (double) LONGEST_DELAY.toSeconds())
                        .update()
                == 1;
    }

    private Optional<Duration> remaining(String key) {
        return sql.sql("select blocked_until from sign_in_throttle where key = :key")
                .param("key", key)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(until -> Duration.between(clock.instant(), until));
    }

    /** What people type by mistake into the e-mail field is not kept. */
    private static String key(Kind kind, String... who) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":"
                + Arrays.stream(who).map(Secrets::hash).collect(Collectors.joining(":"));
    }
}
