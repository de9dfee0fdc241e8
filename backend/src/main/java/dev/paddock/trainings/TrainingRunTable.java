package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.TrainingReport;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of trainings. Whoever runs one gives a sign of life; one without for a minute is somebody else's to begin again. */
@Component
class TrainingRunTable {

    static final int MOST_PENDING = 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    TrainingRunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(ModelKind kind, List<UUID> campaigns, long last, Margin margin, @Nullable UUID by) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into training_run (id, kind, campaigns, last, margin, state, started_by, created_at)
                        values (:id, :kind, :campaigns, :last, :margin, 'waiting', :by, clock_timestamp())
                        """)
                .param("id", id)
                .param("kind", kind.label())
                .param("campaigns", campaigns.toArray(UUID[]::new))
                .param("last", last)
                .param("margin", margin.word())
                .param("by", by, Types.OTHER)
                .update();
        return id;
    }

    Optional<TrainingRun> find(UUID id) {
        return jdbc.sql("select * from training_run where id = ?")
                .param(id)
                .query(TrainingRunTable::row)
                .optional();
    }

    Optional<TrainingRun> of(String model) {
        return jdbc.sql("select * from training_run where model = ?")
                .param(model)
                .query(TrainingRunTable::row)
                .optional();
    }

    /** The latest hundred of a kind, oldest first. */
    List<TrainingRun> done(ModelKind kind) {
        return jdbc.sql("""
                        select * from (select * from training_run where kind = ? and state = 'done' order by number desc limit 100) run
                         order by number
                        """).param(kind.label()).query(TrainingRunTable::row).list();
    }

    /** Newest first. */
    List<TrainingRun> before(long number, int limit) {
        return jdbc.sql("select * from training_run where number < ? order by number desc limit ?")
                .params(number, limit)
                .query(TrainingRunTable::row)
                .list();
    }

    /** Whether another one may wait. */
    boolean hasRoom() {
        return jdbc.sql("select count(*) from training_run where state in ('waiting', 'running')")
                        .query(Integer.class)
                        .single()
                < MOST_PENDING;
    }

    Optional<TrainingRun> claim(String owner) {
        return jdbc.sql("""
                        update training_run set state = 'running', owner = :owner, alive_at = clock_timestamp(), phase = 'starting'
                         where id = (select id from training_run
                                      where state = 'waiting'
                                         or (state = 'running' and alive_at < clock_timestamp() - interval '1 minute')
                                      order by number limit 1 for update skip locked)
                        returning *
                        """).param("owner", owner).query(TrainingRunTable::row).optional();
    }

    /**
     * For all to see at once, also while comparisons are being read.
     *
     * @return whether to go on: nobody wants it to end, and it is this owner's still
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean alive(UUID id, String owner, String phase, int done, int total) {
        return jdbc.sql("""
                        update training_run set alive_at = clock_timestamp(), phase = :phase, done = :done, total = :total
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("phase", phase)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /** @return false, and nothing done, where somebody wanted it to end or it is another owner's by now */
    boolean done(UUID id, String owner, String model, String against, TrainingReport report) {
        return jdbc.sql("""
                        update training_run set state = 'done', model = :model, against = :against, report = :report::jsonb,
                               ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """)
                        .param("id", id)
                        .param("owner", owner)
                        .param("model", model)
                        .param("against", against)
                        .param("report", JSON.writeValueAsString(report))
                        .update()
                == 1;
    }

    /** Failed, or cancelled where somebody wanted that. */
    void ended(UUID id, String owner, String failure) {
        jdbc.sql("""
                        update training_run set state = case when cancelled then 'cancelled' else 'failed' end,
                               failure = case when cancelled then '' else :failure end, ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running'
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("failure", failure)
                .update();
    }

    /** One that runs ends at its next step; one that waits has ended. */
    void cancel(UUID id) {
        jdbc.sql("""
                        update training_run set cancelled = true,
                               state = case state when 'waiting' then 'cancelled' else state end,
                               ended_at = case state when 'waiting' then clock_timestamp() end
                         where id = ? and state in ('waiting', 'running')
                        """).param(id).update();
    }

    private static TrainingRun row(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        return new TrainingRun(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Words.read(ModelKind.class, row.getString("kind")).orElseThrow(),
                Arrays.asList((UUID[]) row.getArray("campaigns").getArray()),
                row.getLong("last"),
                Margin.of(row.getString("margin")),
                Words.read(TrainingRun.State.class, row.getString("state")).orElseThrow(),
                row.getString("phase"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("failure"),
                row.getString("model"),
                row.getString("against"),
                report == null ? null : JSON.readValue(report, TrainingReport.class),
                row.getObject("started_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
