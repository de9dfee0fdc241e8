package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The samples that a reward model has not scored yet. */
@Component
class Backlog {

    /**
     * Locks each sample until the transaction ends, so that no other process scores it too; not so hard that an annotator's answer, which
     * refers to it, had to wait.
     */
    private static final String SQL = """
            select sample.id, sample.finished_at, conversation.system_text, context.roles, context.contents, earlier.roles, earlier.contents, turn.user_text, sample.text
              from sample
              join turn on turn.id = sample.turn_id
              join conversation on conversation.id = turn.conversation_id
              left join lateral (
                    select array_agg(role order by ordinal) roles, array_agg(content order by ordinal) contents
                      from conversation_context where conversation_id = conversation.id) context on true
              left join lateral (
                    select array_agg(role order by number, role desc) roles, array_agg(content order by number, role desc) contents
                      from turn before
                      join sample answer on answer.id = before.chosen_sample
                     cross join lateral (values ('user', before.user_text), ('assistant', answer.text)) said (role, content)
                     where before.conversation_id = turn.conversation_id and before.number < turn.number) earlier on true
             where sample.state = 'finished' and (sample.finished_at, sample.id) > (:at, :id)
               and (sample.adapter = 'imported') = :imported
               and not exists (select from score where score.sample_id = sample.id and score.reward_model = :model)
               and not exists (select from unscorable where unscorable.sample_id = sample.id and unscorable.reward_model = :model)
               and sample.id <> all (:without)
             order by sample.finished_at, sample.id
             limit :limit
               for no key update of sample skip locked
            """;

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next ones after that mark; to be called in a transaction, which holds them. */
    List<Unscored> take(String rewardModel, Mark after, Collection<UUID> without, int limit) {
        return jdbc.sql(SQL)
                .param("model", rewardModel)
                .param("imported", after.imported())
                .param("at", after.finished().atOffset(ZoneOffset.UTC))
                .param("id", after.sample())
                .param("without", without.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, _) -> row(row, after.imported()))
                .list();
    }

    /** Takes a sample off it that the model gives no score, however often it is asked. */
    void giveUp(String rewardModel, UUID sample, String reason) {
        jdbc.sql("insert into unscorable (sample_id, reward_model, reason) values (?, ?, ?) on conflict do nothing")
                .params(sample, rewardModel, reason)
                .update();
    }

    /** What was taken off it. */
    Optional<Unscorable> givenUp(String rewardModel) {
        return jdbc.sql("""
                        select count(*), left(regexp_replace(mode() within group (order by reason), '\\s+', ' ', 'g'), 200)
                          from unscorable where reward_model = ? having count(*) > 0
                        """)
                .param(rewardModel)
                .query((row, _) -> new Unscorable(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** Puts on it again what was taken off: the model's server, if it has one, may take longer texts by now. */
    void tryAgain(String rewardModel) {
        jdbc.sql("delete from unscorable where reward_model = ?")
                .param(rewardModel)
                .update();
    }

    private static Unscored row(ResultSet row, boolean imported) throws SQLException {
        var messages = new ArrayList<Message>();
        if (!row.getString(3).isEmpty()) {
            messages.add(Message.system(row.getString(3)));
        }
        add(messages, row, 4);
        add(messages, row, 6);
        messages.add(Message.user(row.getString(8)));
        messages.add(Message.assistant(row.getString(9)));
        var finished = row.getObject(2, OffsetDateTime.class).toInstant();
        return new Unscored(new Mark(imported, finished, row.getObject(1, UUID.class)), messages);
    }

    private static void add(List<Message> messages, ResultSet row, int column) throws SQLException {
        if (row.getArray(column) == null) {
            return;
        }
        var roles = (String[]) row.getArray(column).getArray();
        var contents = (String[]) row.getArray(column + 1).getArray();
        for (var i = 0; i < roles.length; i++) {
            messages.add(roles[i].equals("user") ? Message.user(contents[i]) : Message.assistant(contents[i]));
        }
    }
}
