package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which reward models there are, and which one of each kind serves. */
@Component
class Registry {

    private static final String ALL = "select name, kind, state, folder, sha256, created_at from reward_model";

    private final JdbcClient jdbc;
    private final Clock clock;

    Registry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By kind; the one that serves first, then the newest. */
    List<RegisteredModel> all() {
        return jdbc.sql(ALL + " order by kind, state = 'serving' desc, created_at desc")
                .query(Registry::row)
                .list();
    }

    Optional<RegisteredModel> serving(ModelKind kind) {
        return jdbc.sql(ALL + " where kind = ? and state = 'serving'")
                .param(kind.label())
                .query(Registry::row)
                .optional();
    }

    /**
     * Puts a model that Paddock brings into service, unless one serves that somebody else put there; an older one of its family is retired.
     * One that was here before stays in the state it has, so what was retired by hand is not brought back, nor a newer one replaced by a
     * process that still runs the older Paddock. Harmless when two processes do it at once.
     */
    @Transactional
    void bring(String name, ModelKind kind, String folder, String sha256, String family) {
        jdbc.sql("""
                        update reward_model set state = 'retired'
                         where kind = ? and state = 'serving' and starts_with(folder, ?)
                           and not exists (select from reward_model known where known.name = ?)
                        """).params(kind.label(), family, name).update();
        jdbc.sql(
                        "insert into reward_model (name, kind, state, folder, sha256, created_at) values (?, ?, 'serving', ?, ?, ?) on conflict do nothing")
                .params(name, kind.label(), folder, sha256, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static RegisteredModel row(ResultSet row, int number) throws SQLException {
        return new RegisteredModel(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
