package dev.paddock.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the leads: why they flagged a conversation or skipped a task.
 *
 * @param kind flagged or skipped
 * @param by the person's name
 * @param conversation null where the task was skipped before it began
 * @param opening its first message, cut to 200 characters; empty where there is none
 * @param turn which one was the last when it was flagged; null for a skip
 */
public record FlagRow(
        UUID id,
        String kind,
        Instant at,
        String by,
        @Nullable UUID conversation,
        String opening,
        @Nullable Integer turn,
        String reason) {

    /** Whoever skips in mid-conversation leaves an answered task. */
    private static final String OF_CAMPAIGN = """
            with flags as (
                select flag.id, 'flagged' kind, flag.at, flag.person_id, task.conversation_id, flag.turn_id, flag.reason
                  from task join flag on flag.task_id = task.id
                 where task.campaign_id = :campaign
                union all
                select id, 'skipped', ended_at, person_id, conversation_id, null, skip_reason
                  from task
                 where campaign_id = :campaign and end_cause = 'skipped')
            """;

    static final String COUNT = OF_CAMPAIGN + "select count(*) from flags";

    static final String PAGE = OF_CAMPAIGN + """
            select flags.id, flags.kind, flags.at, person.name, flags.conversation_id, coalesce(left(opening.user_text, 200), ''),
                   flagged.number, flags.reason
              from flags
              join person on person.id = flags.person_id
              left join turn opening on opening.conversation_id = flags.conversation_id and opening.number = 1
              left join turn flagged on flagged.id = flags.turn_id
             where (flags.at, flags.id) < (:at, :id)
             order by flags.at desc, flags.id desc
             limit :limit
            """;

    static FlagRow read(ResultSet row, int number) throws SQLException {
        return new FlagRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, Integer.class),
                row.getString(8));
    }
}
