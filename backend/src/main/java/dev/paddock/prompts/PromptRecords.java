package dev.paddock.prompts;

import dev.paddock.shared.Cursor;
import dev.paddock.shared.Instants;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prompt table. Rows are only ever added, in batches, so plain SQL serves. */
@Repository
class PromptRecords {

    private static final String INSERT = """
            insert into prompt (id, campaign_id, system_text, text, source, language, risk_category, attack_vector,
                                origin, fingerprint, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (campaign_id, fingerprint) do nothing
            """;

    private static final String COLUMNS = """
            select id, campaign_id, system_text, text, source, language, risk_category, attack_vector, origin, created_by, created_at
            from prompt
            """;

    private static final int ID = 0;
    private static final int FINGERPRINT = 9;

    private final JdbcTemplate template;
    private final JdbcClient database;

    PromptRecords(JdbcTemplate template, JdbcClient database) {
        this.template = template;
        this.database = database;
    }

    /** @return those that were new */
    List<UUID> add(UUID campaign, List<Opening> openings, Origin origin, UUID by, Instant now) {
        var rows = new ArrayList<Object[]>();
        for (var opening : openings) {
            // A microsecond apart, so that a list by time keeps the order of the file.
            rows.add(row(campaign, opening, origin, by, now.plus(rows.size(), ChronoUnit.MICROS)));
        }
        // Two imports of the same prompts at once wait for each other row by row: in one order, or they could wait for
        // ever.
        rows.sort(Comparator.comparing(row -> (byte[]) row[FINGERPRINT], Arrays::compareUnsigned));
        int[] inserted = template.batchUpdate(INSERT, rows);
        return IntStream.range(0, inserted.length)
                .filter(i -> inserted[i] == 1)
                .mapToObj(i -> (UUID) rows.get(i)[ID])
                .toList();
    }

    Optional<Prompt> get(UUID id) {
        return database.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(PromptRecords::prompt)
                .optional();
    }

    Optional<Prompt> same(UUID campaign, Opening opening) {
        return database.sql(COLUMNS + "where campaign_id = ? and fingerprint = ?")
                .params(campaign, opening.fingerprint())
                .query(PromptRecords::prompt)
                .optional();
    }

    List<Prompt> list(UUID campaign, Cursor after, int limit) {
        return database.sql(
                        COLUMNS + "where campaign_id = ? and (created_at, id) > (?, ?) order by created_at, id limit ?")
                .params(campaign, Instants.at(after.at()), after.id(), limit)
                .query(PromptRecords::prompt)
                .list();
    }

    long count(UUID campaign) {
        return database.sql("select count(*) from prompt where campaign_id = ?")
                .param(campaign)
                .query(Long.class)
                .single();
    }

    /** Those without a prompt are left out. */
    Map<UUID, Long> counts(Collection<UUID> campaigns) {
        var counts = new HashMap<UUID, Long>();
        database.sql("select campaign_id, count(*) from prompt where campaign_id = any(?) group by campaign_id")
                .param(campaigns.toArray(UUID[]::new))
                .query((row, n) -> counts.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        return counts;
    }

    private static Object[] row(UUID campaign, Opening opening, Origin origin, UUID by, Instant now) {
        return new Object[] {
            UUID.randomUUID(),
            campaign,
            opening.system(),
            opening.text(),
            opening.source(),
            opening.language(),
            word(opening.riskCategory()),
            word(opening.attackVector()),
            origin.word(),
            opening.fingerprint(),
            by,
            Instants.at(now)
        };
    }

    private static Prompt prompt(ResultSet row, int number) throws SQLException {
        return new Prompt(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("system_text"),
                row.getString("text"),
                row.getString("source"),
                row.getString("language"),
                Words.read(RiskCategory.class, row.getString("risk_category")).orElse(null),
                Words.read(AttackVector.class, row.getString("attack_vector")).orElse(null),
                Words.read(Origin.class, row.getString("origin")).orElseThrow(),
                row.getObject("created_by", UUID.class),
                Instants.of(row, "created_at"));
    }

    private static String word(@Nullable Enum<?> value) {
        return value == null ? "" : Words.of(value);
    }
}
