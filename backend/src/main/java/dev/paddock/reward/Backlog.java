package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
            select sample.id, conversation.system_text, context.roles, context.contents, earlier.roles, earlier.contents, turn.user_text, sample.text
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
             where sample.state = 'finished' and sample.finished_at >= :since
               and not exists (select from score where score.sample_id = sample.id and score.reward_model = :model)
               and sample.id <> all (:without)
             order by sample.finished_at
             limit :limit
               for no key update of sample skip locked
            """;

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest that were finished since then; to be called in a transaction, which holds them. */
    List<Unscored> take(String rewardModel, Instant since, Collection<UUID> without, int limit) {
        return jdbc.sql(SQL)
                .param("model", rewardModel)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("without", without.toArray(UUID[]::new))
                .param("limit", limit)
                .query(Backlog::row)
                .list();
    }

    private static Unscored row(ResultSet row, int number) throws SQLException {
        var messages = new ArrayList<Message>();
        if (!row.getString(2).isEmpty()) {
            messages.add(Message.system(row.getString(2)));
        }
        add(messages, row, 3);
        add(messages, row, 5);
        messages.add(Message.user(row.getString(7)));
        messages.add(Message.assistant(row.getString(8)));
        return new Unscored(row.getObject(1, UUID.class), messages);
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
