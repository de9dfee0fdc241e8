package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which reward models there are, and which one of each kind serves. */
@Component
class Registry {

    private static final String ALL = "select name, kind, state, folder, sha256, created_at from reward_model";

    private static final String ORDER =
            "kind, state = 'removed', state <> 'serving', -extract(epoch from created_at), name";

    private final JdbcClient jdbc;
    private final Clock clock;

    Registry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * By kind; the one that serves first, then the newest, and last those whose bundle was removed.
     *
     * @param cursor {@link Place#text} of the model that comes before them, as it was then; empty for the first ones
     */
    List<RegisteredModel> after(String cursor, int limit) {
        var place = Place.orStart(cursor);
        return jdbc.sql(ALL + """
                         where (%1$s) > (select %1$s from (values (?, ?, ?, ?)) place (kind, state, created_at, name))
                         order by %1$s limit ?
                        """.formatted(ORDER))
                .params(
                        place.kind(),
                        place.state(),
                        OffsetDateTime.ofInstant(place.createdAt(), ZoneOffset.UTC),
                        place.name(),
                        limit)
                .query(Registry::row)
                .list();
    }

    Optional<RegisteredModel> find(String name) {
        return jdbc.sql(ALL + " where name = ?")
                .param(name)
                .query(Registry::row)
                .optional();
    }

    Optional<RegisteredModel> serving(ModelKind kind) {
        return jdbc.sql(ALL + " where kind = ? and state = 'serving'")
                .param(kind.label())
                .query(Registry::row)
                .optional();
    }

    List<RegisteredModel> shadows() {
        return jdbc.sql(ALL + " where state = 'shadow' order by created_at, name")
                .query(Registry::row)
                .list();
    }

    /** @return false where a model of that name is there already; one whose bundle was removed is not in the way of the same bundle */
    boolean add(RegisteredModel model) {
        return jdbc.sql("""
                        insert into reward_model (name, kind, state, folder, sha256, created_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set state = excluded.state, folder = excluded.folder
                         where reward_model.state = 'removed' and reward_model.sha256 = excluded.sha256
                        """)
                        .params(
                                model.name(),
                                model.kind().label(),
                                model.state().word(),
                                model.folder(),
                                model.sha256(),
                                OffsetDateTime.ofInstant(model.createdAt(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All changes to a kind come one after the other: whoever asks waits until the transaction before has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(ModelKind kind) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:kind, 0))")
                .param("kind", "reward models of kind " + kind.label())
                .query(Integer.class)
                .single();
    }

    void move(String name, ModelState to) {
        jdbc.sql("update reward_model set state = ? where name = ?")
                .params(to.word(), name)
                .update();
    }

    /** Puts a model into the place of the one that serves, which is retired. */
    void takeOver(RegisteredModel successor, UUID by) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("update reward_model set state = 'retired' where kind = ? and state = 'serving'")
                .param(successor.kind().label())
                .update();
        move(successor.name(), ModelState.SERVING);
        jdbc.sql("insert into reward_model_succession (kind, model, at, person_id) values (?, ?, ?, ?)")
                .params(successor.kind().label(), successor.name(), now, by)
                .update();
    }

    /** Served last before the one that serves now, and is here still; it may score in the shadow since. */
    Optional<RegisteredModel> predecessor(ModelKind kind) {
        return jdbc.sql(ALL + """
                         where state in ('retired', 'shadow') and name = (
                            select model from reward_model_succession
                             where kind = :kind and model not in (select name from reward_model where state = 'serving')
                             order by number desc limit 1)
                        """)
                .param("kind", kind.label())
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
        jdbc.sql("""
                        insert into reward_model_succession (kind, model, at) select kind, name, created_at from reward_model
                         where name = ? and state = 'serving' and not exists (select from reward_model_succession where model = ?)
                        """).params(name, name).update();
    }

    private static RegisteredModel row(ResultSet row, int number) throws SQLException {
        return new RegisteredModel(
                row.getString(1),
                Words.read(ModelKind.class, row.getString(2)).orElseThrow(),
                ModelState.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
