package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.tasks.Gaps;
import dev.paddock.tasks.Gaps.Gap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the queues how far apart the model that serves puts the two answers of each prepared pair: at once when it has scored them, and for
 * scores that were there before it served in a walk over all pairs that still wait for people, a few at a time.
 */
@Component
class PredictedGaps {

    /** Of the model that serves for the campaign's track alone; another's scores are on another scale. */
    private static final String SQL = """
            select item.id, item.conversation_id, abs(scored.a_value - scored.b_value)
              from item
              join campaign on campaign.id = item.campaign_id
              join reward_model model on model.kind = campaign.track and model.state = 'serving'
              join turn on turn.conversation_id = item.conversation_id and turn.number = 1
             cross join lateral (%s) scored
             where model.name = :model and item.gap_model is distinct from model.name and %%s
            """.formatted(ScoredPair.sql("model.name", "turn.sample_a", "turn.sample_b"));

    private static final String JUST_SCORED = SQL.formatted(
            "item.conversation_id in (select turn.conversation_id from sample join turn on turn.id = sample.turn_id where sample.id = any(:samples))");

    private static final String NEXT = SQL.formatted(
                    "item.id > :after and exists (select from task where task.item_id = item.id and task.state = 'open')")
            + " order by item.id limit :limit";

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Gaps gaps;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<ModelKind, Walk> walks = new ConcurrentHashMap<>();

    PredictedGaps(Gaps gaps, JdbcClient jdbc, Clock clock) {
        this.gaps = gaps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Found(UUID item, Gap gap) {}

    /** @param after the item that was looked at last; null where the walk is over */
    private record Walk(
            String model, Instant begun, @Nullable UUID after) {

        boolean isDue(String serving, Instant now) {
            return !model.equals(serving)
                    || after == null && !begun.plus(Look.LATEST).isAfter(now);
        }
    }

    /** @param samples that this model has just scored */
    @Transactional
    void tell(String model, Collection<UUID> samples) {
        tell(
                model,
                jdbc.sql(JUST_SCORED)
                        .param("model", model)
                        .param("samples", samples.toArray(UUID[]::new))
                        .query(PredictedGaps::row)
                        .list());
    }

    /** @return whether there may be more to tell */
    @Transactional
    boolean tellSome(ModelKind kind, String serving) {
        var now = clock.instant();
        var walk = walks.get(kind);
        if (walk == null || walk.isDue(serving, now)) {
            walk = new Walk(serving, now, FIRST);
        }
        var after = walk.after() == null ? null : tellBehind(serving, walk.after());
        walks.put(kind, new Walk(serving, walk.begun(), after));
        return after != null;
    }

    private @Nullable UUID tellBehind(String model, UUID after) {
        var found = jdbc.sql(NEXT)
                .param("model", model)
                .param("after", after)
                .param("limit", AT_ONCE)
                .query(PredictedGaps::row)
                .list();
        tell(model, found);
        return found.size() < AT_ONCE ? null : found.getLast().item();
    }

    private void tell(String model, List<Found> found) {
        if (!found.isEmpty()) {
            gaps.record(model, found.stream().map(Found::gap).toList());
        }
    }

    private static Found row(ResultSet row, int number) throws SQLException {
        return new Found(row.getObject(1, UUID.class), new Gap(row.getObject(2, UUID.class), row.getDouble(3)));
    }
}
