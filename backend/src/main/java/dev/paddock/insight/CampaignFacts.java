package dev.paddock.insight;

import dev.paddock.reward.ScoredPair;
import dev.paddock.shared.Proportion;
import dev.paddock.tasks.Gaps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's figures, over the comparisons that stand.
 *
 * @param imported how many of them were made elsewhere; they count neither as people's nor as chosen on a side
 * @param people how many have answered
 * @param left how often the chosen answer stood on the left: far from a half, and people choose by place
 * @param degrees by degree, strongest first
 * @param rewardModel the one that serves for the campaign's track; null where none does
 * @param agreement how often that model gives the chosen answer the higher score, of the comparisons it scored both answers of
 * @param impartialAgreement likewise, without the pairs that were taken because their gap was small
 */
public record CampaignFacts(
        long comparisons,
        long imported,
        long people,
        Proportion left,
        Map<String, Proportion> degrees,
        @Nullable String rewardModel,
        Proportion agreement,
        Proportion impartialAgreement) {

    static final String SQL =
            """
            select count(c.id), count(*) filter (where c.imported), count(distinct c.person_id) filter (where not c.imported),
                   count(*) filter (where c.left_sample = c.chosen_sample and not c.imported),
                   count(*) filter (where c.degree = 'significantly-better'), count(*) filter (where c.degree = 'better'),
                   count(*) filter (where c.degree = 'slightly-better'), count(*) filter (where c.degree = 'negligibly-better'),
                   max(model.name), count(*) filter (where scored.a_value > scored.b_value), count(scored.a_value),
                   count(*) filter (where scored.a_value > scored.b_value and %1$s), count(scored.a_value) filter (where %1$s)
              from campaign
              left join reward_model model on model.kind = campaign.track and model.state = 'serving'
              left join comparison c on c.campaign_id = campaign.id
                    and not exists (select from comparison later where later.revises = c.id)
              left join task on task.id = c.task_id
              left join lateral (%2$s) scored on true
             where campaign.id = ?
            """.formatted(Gaps.impartial("task"), ScoredPair.sql("model.name", "c.chosen_sample", "c.rejected_sample"));

    static CampaignFacts read(ResultSet row, int number) throws SQLException {
        var degrees = new LinkedHashMap<String, Proportion>();
        var all = row.getLong(1);
        var imported = row.getLong(2);
        degrees.put("significantly better", new Proportion(row.getLong(5), all));
        degrees.put("better", new Proportion(row.getLong(6), all));
        degrees.put("slightly better", new Proportion(row.getLong(7), all));
        degrees.put("negligibly, unsure", new Proportion(row.getLong(8), all));
        return new CampaignFacts(
                all,
                imported,
                row.getLong(3),
                new Proportion(row.getLong(4), all - imported),
                degrees,
                row.getString(9),
                new Proportion(row.getLong(10), row.getLong(11)),
                new Proportion(row.getLong(12), row.getLong(13)));
    }
}
