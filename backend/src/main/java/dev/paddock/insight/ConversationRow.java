package dev.paddock.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param opening its first message, cut to 200 characters
 * @param by the names of those who hold or judge it
 * @param state open (someone is at it), answered, skipped or expired
 * @param degree of the last choice that stands; null where there is none
 * @param chosenScore what the serving reward model of the campaign's track gave the last chosen answer; null where it gave nothing
 */
public record ConversationRow(
        UUID id,
        Instant startedAt,
        String opening,
        String by,
        int turns,
        String state,
        @Nullable String degree,
        @Nullable Double chosenScore,
        @Nullable Double otherScore) {

    /**
     * Those that somebody was given; what was prepared and nobody saw yet is not what came in. The page is chosen first, and only then told
     * of: what is joined before a limit is joined for every conversation of the campaign.
     */
    static final String PAGE = """
            with page as materialized (
                   select conversation.id, conversation.created_at, campaign.track
                     from conversation join campaign on campaign.id = conversation.campaign_id
                    where conversation.campaign_id = :campaign
                      and (conversation.created_at, conversation.id) < (:at, :id)
                      and exists (select from task where task.conversation_id = conversation.id and task.person_id is not null)
                    order by conversation.created_at desc, conversation.id desc
                    limit :limit)
            select page.id, page.created_at,
                   coalesce((select left(user_text, 200) from turn where conversation_id = page.id and number = 1), ''),
                   given.people,
                   (select count(*) from turn where conversation_id = page.id),
                   case when given.held then 'open'
                        when last.degree is not null then 'answered'
                        when given.skipped then 'skipped'
                        else 'expired' end,
                   last.degree, scores.chosen, scores.other
              from page
             cross join lateral (
                   select string_agg(distinct person.name, ', ') people, bool_or(task.state = 'leased') held,
                          bool_or(task.state = 'skipped') skipped
                     from task join person on person.id = task.person_id
                    where task.conversation_id = page.id) given
              left join lateral (
                   select c.degree, c.chosen_sample, c.rejected_sample
                     from comparison c join turn on turn.id = c.turn_id
                    where turn.conversation_id = page.id
                      and not exists (select from comparison later where later.revises = c.id)
                    order by c.number desc limit 1) last on true
              left join lateral (
                   select max(value) filter (where sample_id = last.chosen_sample) chosen,
                          max(value) filter (where sample_id = last.rejected_sample) other
                     from score join reward_model on name = reward_model and reward_model.state = 'serving'
                    where sample_id in (last.chosen_sample, last.rejected_sample) and score.kind = page.track) scores on true
             order by page.created_at desc, page.id desc
            """;

    static ConversationRow read(ResultSet row, int number) throws SQLException {
        return new ConversationRow(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Double.class),
                row.getObject(9, Double.class));
    }

    /** The people's choice and the reward model's differ. */
    public boolean disagrees() {
        return chosenScore != null && otherScore != null && chosenScore < otherScore;
    }
}
