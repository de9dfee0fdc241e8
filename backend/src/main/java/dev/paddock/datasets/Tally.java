package dev.paddock.datasets;

import dev.paddock.campaigns.Track;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Counts the comparisons of several campaigns that stand, without reading them. */
@Component
class Tally {

    private static final String WITH = """
            with span as (select campaign, 0::bigint after, ?::bigint last from unnest(?::uuid[]) campaign)
            """;

    private final JdbcClient jdbc;

    Tally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Long> counts(Collection<UUID> campaigns, long last) {
        var counts = new HashMap<UUID, Long>();
        of(Preference.COUNT_BY_CAMPAIGN, campaigns, last)
                .query((row, _) -> counts.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        return counts;
    }

    boolean any(Collection<UUID> campaigns, long last) {
        return of(Preference.ANY, campaigns, last).query(Boolean.class).single();
    }

    Set<UUID> campaigns(Track track, long last) {
        return jdbc.sql("""
                        select id from campaign
                         where track = ? and exists (select from comparison where campaign_id = campaign.id and number <= ?)
                        """)
                .params(track.word(), last)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    private StatementSpec of(String sql, Collection<UUID> campaigns, long last) {
        return jdbc.sql(WITH + sql).params(last, campaigns.toArray(UUID[]::new));
    }
}
