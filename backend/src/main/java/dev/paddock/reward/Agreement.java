package dev.paddock.reward;

import dev.paddock.shared.Proportion;
import dev.paddock.tasks.Gaps;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How often a reward model gives the answer that people chose the higher score.
 *
 * @param track of the campaigns asked
 * @param degree of the people's preference
 * @param proportion of the comparisons that stand and whose answers it has both scored; equal scores count against it
 * @param impartial of those alone whose pair was not taken because its gap was small: on such pairs any model is nearer to a half
 */
public record Agreement(String track, String degree, Proportion proportion, Proportion impartial) {

    static final String SQL = """
            select campaign.track, c.degree, count(*) filter (where scored.agrees), count(*),
                   count(*) filter (where scored.agrees and %1$s), count(*) filter (where %1$s)
              from comparison c
              join task on task.id = c.task_id
              join campaign on campaign.id = c.campaign_id
             cross join lateral (%2$s) scored
             where not exists (select from comparison later where later.revises = c.id)
             group by campaign.track, c.degree
             order by campaign.track,
                   array_position(array['significantly-better', 'better', 'slightly-better', 'negligibly-better'], c.degree)
            """.formatted(Gaps.impartial("task"), judged(":model"));

    /**
     * SQL for whether a reward model agrees with the comparison {@code c}: one row with {@code agrees}, none where it has not scored both
     * answers. Scores of two providers or precisions are not compared; where both answers have several, the first counts.
     *
     * @param model an expression for the name of the reward model
     */
    public static String judged(String model) {
        return """
                select chosen.value > other.value agrees
                  from score chosen
                  join score other on other.sample_id = c.rejected_sample
                       and (other.reward_model, other.provider, other.precision) = (chosen.reward_model, chosen.provider, chosen.precision)
                 where chosen.sample_id = c.chosen_sample and chosen.reward_model = %s
                 order by chosen.provider, chosen.precision limit 1
                """.formatted(model);
    }

    static Agreement read(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getString(1),
                row.getString(2),
                new Proportion(row.getLong(3), row.getLong(4)),
                new Proportion(row.getLong(5), row.getLong(6)));
    }
}
