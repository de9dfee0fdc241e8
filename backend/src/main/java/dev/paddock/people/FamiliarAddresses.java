package dev.paddock.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From where somebody has signed in to an account lately. There, what strangers try elsewhere does not hold them back: otherwise whoever
 * knows an e-mail address could keep its owner out for ever.
 */
@Component
class FamiliarAddresses {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);

    private final JdbcClient sql;
    private final Clock clock;

    FamiliarAddresses(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    boolean isFamiliar(String account, String address) {
        return sql.sql("select exists (select from familiar_address where key = :key and last_at > :forgotten)")
                .param("key", key(account, address))
                .param("forgotten", now().minus(FORGOTTEN_AFTER))
                .query(Boolean.class)
                .single();
    }

    /** Forgets what is long past as well, so that the table stays small. */
    void remember(String account, String address) {
        sql.sql("delete from familiar_address where last_at < :forgotten")
                .param("forgotten", now().minus(FORGOTTEN_AFTER))
                .update();
        sql.sql("""
                        insert into familiar_address (key, last_at) values (:key, :now)
                        on conflict (key) do update set last_at = excluded.last_at
                        """).param("key", key(account, address)).param("now", now()).update();
    }

    private static String key(String account, String address) {
        return Secrets.hash(account) + ":" + Secrets.hash(address);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
