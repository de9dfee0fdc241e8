package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of training plans. */
@Component
class TrainingPlanTable {

    /** A plan is carried out in its person's name, so only as long as they may ask for the training themselves. */
    private static final String ALL = """
            select plan.*, not exists (
                       select from person p
                        where p.id = plan.person_id and p.disabled_at is null
                          and (p.role = 'owner' or p.role = 'lead' and exists (
                                  select from campaign_member m
                                   where m.campaign_id = plan.campaign_id and m.person_id = p.id and m.role = 'lead'))) resting
              from training_plan plan
            """;

    private final JdbcClient jdbc;

    TrainingPlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID campaign, PlanWish wish, @Nullable Instant first, UUID person) {
        jdbc.sql("""
                        insert into training_plan (campaign_id, every, rhythm, first_at, next_at, margin, person_id)
                        values (:campaign, :every, :rhythm, :first, :first, :margin, :person)
                        on conflict (campaign_id) do update
                        set every = excluded.every, rhythm = excluded.rhythm, first_at = excluded.first_at,
                            next_at = excluded.next_at, margin = excluded.margin, person_id = excluded.person_id
                        """)
                .param("campaign", campaign)
                .param("every", wish.every(), Types.INTEGER)
                .param("rhythm", wish.rhythm() == null ? null : wish.rhythm().word(), Types.VARCHAR)
                .param("first", first == null ? null : at(first), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("margin", wish.margin().word())
                .param("person", person)
                .update();
    }

    Optional<TrainingPlan> find(UUID campaign) {
        return jdbc.sql(ALL + " where campaign_id = ?")
                .param(campaign)
                .query(TrainingPlanTable::row)
                .optional();
    }

    void remove(UUID campaign) {
        jdbc.sql("delete from training_plan where campaign_id = ?")
                .param(campaign)
                .update();
    }

    /** One process at a time looks, each after the other has saved what it started. @return false where another one does now */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('training plans', 0))")
                .query(Boolean.class)
                .single();
    }

    /** With enough new comparisons since the last training on the campaign, whoever asked for that, or with any when the clock says so. */
    List<TrainingPlan> due(Instant now) {
        return jdbc.sql("select * from (" + ALL + """
                        ) plan
                          cross join lateral (
                                select count(*) as fresh from comparison c
                                 where c.campaign_id = plan.campaign_id and c.revises is null
                                   and c.number > coalesce((select max(last) from training_run run
                                                             where plan.campaign_id = any(run.campaigns)), 0)) since
                         where not resting
                           and (fresh >= every or next_at <= :now and fresh > 0)
                           and not exists (select from training_run pending
                                            where plan.campaign_id = any(pending.campaigns) and pending.state in ('waiting', 'running'))
                        """)
                .param("now", at(now))
                .query(TrainingPlanTable::row)
                .list();
    }

    /** Whose turn by the clock has come, whether or not there was anything to learn. */
    List<TrainingPlan> turned(Instant now) {
        return jdbc.sql(ALL + " where next_at <= :now")
                .param("now", at(now))
                .query(TrainingPlanTable::row)
                .list();
    }

    void next(UUID campaign, Instant turn) {
        jdbc.sql("update training_plan set next_at = ? where campaign_id = ?")
                .params(at(turn), campaign)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static TrainingPlan row(ResultSet row, int number) throws SQLException {
        var rhythm = row.getString("rhythm");
        return new TrainingPlan(
                row.getObject("campaign_id", UUID.class),
                row.getObject("every", Integer.class),
                rhythm == null ? null : Words.read(Rhythm.class, rhythm).orElseThrow(),
                instant(row, "first_at"),
                instant(row, "next_at"),
                Margin.of(row.getString("margin")),
                row.getObject("person_id", UUID.class),
                row.getBoolean("resting"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
