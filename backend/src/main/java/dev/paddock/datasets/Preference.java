package dev.paddock.datasets;

import dev.paddock.tasks.Gaps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison as it leaves: who preferred what to what, how strongly, after which dialogue.
 *
 * @param helpfulnessOn what its scores for helpfulness were computed on
 * @param safetyOn likewise
 * @param impartial whether its pair was taken without regard to any predicted gap
 * @param imported whether it was said elsewhere: then {@code choseLeft} and {@code seconds} tell nothing
 */
record Preference(
        long number,
        UUID id,
        @Nullable UUID revises,
        String degree,
        @Nullable String safety,
        boolean choseLeft,
        double seconds,
        OffsetDateTime savedAt,
        String annotator,
        int round,
        int guidelineVersion,
        UUID conversation,
        UUID root,
        int turn,
        String riskCategory,
        String attackVector,
        Dialogue dialogue,
        Side chosen,
        Side rejected,
        boolean impartial,
        boolean imported,
        ScoredOn helpfulnessOn,
        ScoredOn safetyOn) {

    /** Null where nothing was scored. */
    record ScoredOn(@Nullable String provider, @Nullable String precision) {

        private static ScoredOn read(ResultSet row, int first) throws SQLException {
            return new ScoredOn(row.getString(first), row.getString(first + 1));
        }
    }

    /**
     * The comparisons of a {@link Span} that stand: those that no revision up to its end supersedes (a later one leaves later, and until
     * then this is the person's word), without any {@link UnsafeChoice}.
     */
    private static final String STANDING = """
              from span join comparison c on c.campaign_id = span.campaign and c.number > span.after and c.number <= span.last
             where not exists (select from comparison later where later.revises = c.id and later.number <= span.last)
               and\s""" + UnsafeChoice.absent("c");

    static final String COUNT = "select count(*)" + STANDING;

    static final String COUNT_BY_CAMPAIGN = "select c.campaign_id, count(*)" + STANDING + " group by c.campaign_id";

    static final String ANY = "select exists (select" + STANDING + ")";

    /**
     * Earlier turns are told with the answer the conversation really went on from, also where the comparison was revised later. Scores are
     * those of the reward models that serve now, so that they compare across rows; both of one row are of one provider and precision, one
     * that has scored both answers where there is one.
     */
    static final String ROWS = """
            select c.number, c.id, c.revises, c.degree, c.safety, c.left_sample = c.chosen_sample,
                   extract(epoch from c.saved_at - c.shown_at)::float8, c.saved_at,
                   person.pseudonym, c.round, c.guideline_version,
                   conversation.id, conversation.root_id, turn.number,
                   coalesce(prompt.risk_category, ''), coalesce(prompt.attack_vector, ''),
                   conversation.system_text, context.roles, context.contents, earlier.questions, earlier.answers, turn.user_text,
                   chosen.id, chosen.text, chosen.variant_name, chosen.temperature, chosen.seed,
                   c.chosen_helpfulness, c.chosen_safety, helpfulness.chosen, safety.chosen,
                   rejected.id, rejected.text, rejected.variant_name, rejected.temperature, rejected.seed,
                   c.rejected_helpfulness, c.rejected_safety, helpfulness.rejected, safety.rejected,
                   %s, c.imported, helpfulness.provider, helpfulness.precision, safety.provider, safety.precision
              from (select c.* %s) c
              join task on task.id = c.task_id
              join person on person.id = c.person_id
              join turn on turn.id = c.turn_id
              join conversation on conversation.id = turn.conversation_id
              join sample chosen on chosen.id = c.chosen_sample
              join sample rejected on rejected.id = c.rejected_sample
              left join prompt on prompt.id = conversation.prompt_id
              left join lateral (
                    select array_agg(role order by ordinal) roles, array_agg(content order by ordinal) contents
                      from conversation_context where conversation_id = conversation.id) context on true
              left join lateral (
                    select array_agg(before.user_text order by before.number) questions,
                           array_agg(answer.text order by before.number) answers
                      from turn before join sample answer on answer.id = before.chosen_sample
                     where before.conversation_id = turn.conversation_id and before.number < turn.number) earlier on turn.number > 1
              left join lateral (%s) helpfulness on true
              left join lateral (%s) safety on true
             order by c.number
            """.formatted(Gaps.impartial("task"), STANDING, scores("helpfulness"), scores("safety"));

    private static String scores(String kind) {
        return """
                select provider, precision, max(value) filter (where sample_id = c.chosen_sample) chosen,
                       max(value) filter (where sample_id = c.rejected_sample) rejected
                  from score
                 where sample_id in (c.chosen_sample, c.rejected_sample)
                   and reward_model = (select name from reward_model where kind = '%s' and state = 'serving')
                 group by provider, precision order by count(*) desc, provider, precision limit 1
                """.formatted(kind);
    }

    static Preference read(ResultSet row) throws SQLException {
        return new Preference(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getDouble(7),
                row.getObject(8, OffsetDateTime.class),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                row.getObject(12, UUID.class),
                row.getObject(13, UUID.class),
                row.getInt(14),
                row.getString(15),
                row.getString(16),
                Dialogue.read(row, 17),
                Side.read(row, 23),
                Side.read(row, 32),
                row.getBoolean(41),
                row.getBoolean(42),
                ScoredOn.read(row, 43),
                ScoredOn.read(row, 45));
    }
}
