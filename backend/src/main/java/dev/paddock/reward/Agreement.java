package dev.paddock.reward;

import dev.paddock.shared.Proportion;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How often a reward model gives the answer that people chose the higher score.
 *
 * @param track of the campaigns asked
 * @param degree of the people's preference
 * @param proportion of the comparisons that stand and whose answers it has both scored; equal scores count against it
 */
public record Agreement(String track, String degree, Proportion proportion) {

    static final String SQL = """
            select campaign.track, c.degree, count(*) filter (where chosen.value > other.value), count(*)
              from comparison c
              join campaign on campaign.id = c.campaign_id
              join score chosen on chosen.sample_id = c.chosen_sample and chosen.reward_model = :model
              join score other on other.sample_id = c.rejected_sample and other.reward_model = :model
                   and (other.provider, other.precision) = (chosen.provider, chosen.precision)
             where not exists (select from comparison later where later.revises = c.id)
             group by campaign.track, c.degree
             order by campaign.track,
                   array_position(array['significantly-better', 'better', 'slightly-better', 'negligibly-better'], c.degree)
            """;

    static Agreement read(ResultSet row, int number) throws SQLException {
        return new Agreement(row.getString(1), row.getString(2), new Proportion(row.getLong(3), row.getLong(4)));
    }
}
