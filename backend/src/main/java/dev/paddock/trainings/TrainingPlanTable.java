package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.shared.Instants;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String NONE_PENDING = """
            not exists (select from training pending
                         where plan.campaign_id = any(pending.campaigns) and pending.state in ('waiting', 'running'))
            """;

    private final JdbcClient jdbc;

    TrainingPlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID campaign, PlanWish wish, @Nullable Timetable clock, UUID person) {
        jdbc.sql("""
                        insert into training_plan (campaign_id, every, rhythm, first_at, next_at, margin, person_id)
                        values (:campaign, :every, :rhythm, :first, :next, :margin, :person)
                        on conflict (campaign_id) do update
                        set every = excluded.every, rhythm = excluded.rhythm, first_at = excluded.first_at,
                            next_at = excluded.next_at, margin = excluded.margin, person_id = excluded.person_id
                        """)
                .param("campaign", campaign)
                .param("every", wish.every(), Types.INTEGER)
                .param("rhythm", clock == null ? null : clock.rhythm().word(), Types.VARCHAR)
                .param("first", clock == null ? null : Instants.at(clock.first()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("next", clock == null ? null : Instants.at(clock.next()), Types.TIMESTAMP_WITH_TIMEZONE)
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

    /** @return whether there was one */
    boolean remove(UUID campaign) {
        return jdbc.sql("delete from training_plan where campaign_id = ?")
                        .param(campaign)
                        .update()
                == 1;
    }

    /** One process at a time looks, each after the other has saved what it started. @return false where another one does now */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('training plans', 0))")
                .query(Boolean.class)
                .single();
    }

    /** As long as it is held nobody looks: what is changed would be looked at as it was. */
    void waitAndLock() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('training plans', 0))")
                .query(Integer.class)
                .single();
    }

    /**
     * With enough new comparisons since the last training on the campaign, whoever asked for that, or with any when the clock says so. One
     * that failed counts for an hour, and for a day where the one before it had failed too: then what it should have learnt is tried again.
     * One that somebody cancelled counts as it is.
     */
    List<TrainingPlan> due(Instant now) {
        return jdbc.sql("select * from (" + ALL + ") plan where not resting and " + NONE_PENDING + """
                           and (every is not null or next_at <= :now)
                           and (select count(*) from comparison c
                                 where c.campaign_id = plan.campaign_id and c.revises is null
                                   and c.number > coalesce((select max(last) from training training
                                                             where plan.campaign_id = any(training.campaigns)
                                                               and (training.state <> 'failed'
                                                                    or training.ended_at > :now - case when (select former.state from training former
                                                                                                              where plan.campaign_id = any(former.campaigns)
                                                                                                                and former.number < training.number
                                                                                                              order by former.number desc limit 1) = 'failed'
                                                                                                       then interval '1 day' else interval '1 hour' end)), 0))
                               >= case when next_at <= :now then 1 else every end
                        """)
                .param("now", Instants.at(now))
                .query(TrainingPlanTable::row)
                .list();
    }

    /** By campaign, whose turn by the clock has come, whether or not there is anything to learn. It waits until what is pending has ended. */
    Map<UUID, Timetable> turned(Instant now) {
        return jdbc
                .sql(ALL + " where next_at <= :now and " + NONE_PENDING)
                .param("now", Instants.at(now))
                .query(TrainingPlanTable::row)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        TrainingPlan::campaign,
                        plan -> Objects.requireNonNull(plan.clock()),
                        (one, _) -> one,
                        HashMap::new));
    }

    void next(UUID campaign, Timetable clock) {
        jdbc.sql("update training_plan set next_at = ? where campaign_id = ?")
                .params(Instants.at(clock.next()), campaign)
                .update();
    }

    private static TrainingPlan row(ResultSet row, int number) throws SQLException {
        return new TrainingPlan(
                row.getObject("campaign_id", UUID.class),
                row.getObject("every", Integer.class),
                clock(row),
                Margin.of(row.getString("margin")),
                row.getObject("person_id", UUID.class),
                row.getBoolean("resting"));
    }

    private static @Nullable Timetable clock(ResultSet row) throws SQLException {
        var rhythm = row.getString("rhythm");
        return rhythm == null
                ? null
                : new Timetable(
                        Words.read(Rhythm.class, rhythm).orElseThrow(),
                        Instants.of(row, "first_at"),
                        Instants.of(row, "next_at"));
    }
}
