package dev.paddock.trainings;

import dev.paddock.datasets.Margin;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.ClaimedJobs;
import dev.paddock.shared.Instants;
import dev.paddock.shared.JobProgress;
import dev.paddock.shared.JobSettings;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of trainings. One whose process went away is begun again. */
@Component
class TrainingTable extends ClaimedJobs<Training> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    TrainingTable(JdbcClient jdbc, JobSettings settings) {
        super(jdbc, settings, "training", "*", TrainingTable::row);
        this.jdbc = jdbc;
    }

    /** Whether another one may wait. */
    boolean hasRoom() {
        return pending("true") < MOST_PENDING;
    }

    UUID add(ModelKind kind, List<UUID> campaigns, long last, Margin margin, @Nullable UUID by) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, started_by, created_at)
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

    Optional<Training> find(UUID id) {
        return jdbc.sql("select * from training where id = ?")
                .param(id)
                .query(TrainingTable::row)
                .optional();
    }

    Optional<Training> of(String model) {
        return jdbc.sql("select * from training where model = ?")
                .param(model)
                .query(TrainingTable::row)
                .optional();
    }

    /** The latest hundred of a kind, oldest first. */
    List<Training> done(ModelKind kind) {
        return jdbc.sql("""
                        select * from (select * from training where kind = ? and state = 'done' order by number desc limit 100) training
                         order by number
                        """).param(kind.label()).query(TrainingTable::row).list();
    }

    /** Newest first. */
    List<Training> before(long number, int limit) {
        return jdbc.sql("select * from training where number < ? order by number desc limit ?")
                .params(number, limit)
                .query(TrainingTable::row)
                .list();
    }

    /** @return false, and nothing done, where somebody wanted it to end or it is another owner's by now */
    boolean done(UUID id, String owner, String model, String against, TrainingReport report) {
        return finish(id, owner, "model = :model, against = :against, report = :report::jsonb")
                        .param("model", model)
                        .param("against", against)
                        .param("report", JSON.writeValueAsString(report))
                        .update()
                == 1;
    }

    private static Training row(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        return new Training(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Words.read(ModelKind.class, row.getString("kind")).orElseThrow(),
                Arrays.asList((UUID[]) row.getArray("campaigns").getArray()),
                row.getLong("last"),
                Margin.of(row.getString("margin")),
                JobState.read(row),
                row.getBoolean("cancelled"),
                JobProgress.read(row),
                row.getString("failure"),
                row.getString("model"),
                row.getString("against"),
                report == null ? null : JSON.readValue(report, TrainingReport.class),
                row.getObject("started_by", UUID.class),
                Instants.of(row, "created_at"),
                Instants.ofNullable(row, "ended_at"));
    }
}
