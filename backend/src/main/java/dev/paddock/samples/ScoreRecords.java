package dev.paddock.samples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scores' table. */
@Component
class ScoreRecords {

    private static final String RECORD = """
            insert into score (sample_id, reward_model, kind, provider, precision, value, micros, scored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String OF = """
            select sample_id, reward_model, kind, provider, precision, value, micros, scored_at
              from score where sample_id in (:samples) order by sample_id, kind, scored_at
            """;

    private final JdbcClient jdbc;

    ScoreRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(UUID sample, Score score) {
        jdbc.sql(RECORD)
                .params(
                        sample,
                        score.rewardModel(),
                        score.kind(),
                        score.provider(),
                        score.precision(),
                        score.value(),
                        score.micros(),
                        score.scoredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<UUID, List<Score>> of(Collection<UUID> samples) {
        if (samples.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(OF).param("samples", samples).query(ScoreRecords::row).stream()
                .collect(groupingBy(Row::sample, mapping(Row::score, toList())));
    }

    private record Row(UUID sample, Score score) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("sample_id", UUID.class),
                new Score(
                        row.getString("reward_model"),
                        row.getString("kind"),
                        row.getString("provider"),
                        row.getString("precision"),
                        row.getDouble("value"),
                        row.getLong("micros"),
                        row.getObject("scored_at", OffsetDateTime.class).toInstant()));
    }
}
