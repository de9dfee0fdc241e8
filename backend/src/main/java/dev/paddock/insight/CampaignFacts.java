package dev.paddock.insight;

import dev.paddock.reward.Agreement;
import dev.paddock.reward.CampaignAgreement;
import dev.paddock.shared.Proportion;
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
 * @param heldOutOnly whether for its agreement only conversations count that are held out of every training: so for every model but those
 *     that Paddock brings
 * @param agreement how often that model gives the chosen answer the higher score, of the comparisons it scored both answers of; as in its
 *     report, none counts in which an unsafe answer was chosen over a safe one
 * @param impartialAgreement likewise, without the pairs that were taken because their gap was small
 */
public record CampaignFacts(
        long comparisons,
        long imported,
        long people,
        Proportion left,
        Map<String, Proportion> degrees,
        @Nullable String rewardModel,
        boolean heldOutOnly,
        Agreement agreement,
        Agreement impartialAgreement) {

    static final String SQL = """
            select count(c.id), count(*) filter (where c.imported), count(distinct c.person_id) filter (where not c.imported),
                   count(*) filter (where c.left_sample = c.chosen_sample and not c.imported),
                   count(*) filter (where c.degree = 'significantly-better'), count(*) filter (where c.degree = 'better'),
                   count(*) filter (where c.degree = 'slightly-better'), count(*) filter (where c.degree = 'negligibly-better')
              from comparison c
             where c.campaign_id = ? and not exists (select from comparison later where later.revises = c.id)
            """;

    static CampaignFacts read(ResultSet row, CampaignAgreement agreement) throws SQLException {
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
                agreement.model(),
                agreement.heldOutOnly(),
                agreement.all(),
                agreement.impartial());
    }
}
