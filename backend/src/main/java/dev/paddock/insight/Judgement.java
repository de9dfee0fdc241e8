package dev.paddock.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a lead sees it, revisions included.
 *
 * @param by the person's name
 * @param imported made elsewhere, or corrects what was
 * @param side on which the chosen sample stood; null where imported, as are the seconds
 * @param stands whether no later revision takes its place
 */
public record Judgement(
        UUID id,
        long number,
        UUID turn,
        String by,
        String pseudonym,
        UUID chosen,
        String degree,
        @Nullable String safety,
        @Nullable Integer chosenHelpfulness,
        @Nullable Integer otherHelpfulness,
        @Nullable Integer chosenSafety,
        @Nullable Integer otherSafety,
        String note,
        @Nullable String side,
        @Nullable Double seconds,
        Instant savedAt,
        int guidelineVersion,
        @Nullable UUID revises,
        boolean stands,
        boolean imported) {

    static final String OF_CONVERSATION = """
            select c.id, c.number, c.turn_id, person.name, person.pseudonym, c.chosen_sample, c.degree, c.safety,
                   c.chosen_helpfulness, c.rejected_helpfulness, c.chosen_safety, c.rejected_safety, c.note,
                   case when c.imported then null when c.left_sample = c.chosen_sample then 'left' else 'right' end,
                   case when not c.imported then extract(epoch from c.saved_at - c.shown_at)::float8 end, c.saved_at, c.guideline_version, c.revises,
                   not exists (select from comparison later where later.revises = c.id), c.imported
              from turn
              join comparison c on c.turn_id = turn.id
              join person on person.id = c.person_id
             where turn.conversation_id = ?
             order by c.number
            """;

    static Judgement read(ResultSet row, int number) throws SQLException {
        return new Judgement(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Integer.class),
                row.getObject(10, Integer.class),
                row.getObject(11, Integer.class),
                row.getObject(12, Integer.class),
                row.getString(13),
                row.getString(14),
                row.getObject(15, Double.class),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                row.getInt(17),
                row.getObject(18, UUID.class),
                row.getBoolean(19),
                row.getBoolean(20));
    }
}
