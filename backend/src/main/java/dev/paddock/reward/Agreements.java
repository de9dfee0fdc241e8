package dev.paddock.reward;

import dev.paddock.campaigns.Campaign;
import dev.paddock.datasets.UnsafeChoice;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.tasks.Gaps;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the reward models that serve with the people of one campaign, by the rules of {@linkplain ModelReport reports}. */
@Service
public class Agreements {

    private static final int ROWS_AT_ONCE = 1_000;

    /** A row for all conversations that begin alike. Which are held out is no question for the database: it goes by what they begin with. */
    private static final String SQL = """
            select min(begins), count(*), sum(hit), count(*) filter (where impartial), coalesce(sum(hit) filter (where impartial), 0)
              from (select conversation.root_id, %1$s begins, %2$s impartial,
                           case when scored.a_value > scored.b_value then 1.0 when scored.a_value = scored.b_value then 0.5 else 0 end hit
                      from comparison c
                      join task on task.id = c.task_id
                      join turn on turn.id = c.turn_id
                      join conversation on conversation.id = turn.conversation_id
                     cross join lateral (%3$s) scored
                     where c.campaign_id = :campaign and not exists (select from comparison later where later.revises = c.id) and %4$s) compared
             group by root_id
            """;

    private static final String FIRST_WORDS = """
            coalesce(
                (select content from conversation_context
                  where conversation_id = turn.conversation_id and role = 'user' order by ordinal limit 1),
                (select user_text from turn first where first.conversation_id = turn.conversation_id and first.number = 1))
            """;

    private static final String SAID = sql("null::text");
    private static final String SAID_AND_BEGUN = sql(FIRST_WORDS);

    private final Registry registry;
    private final Stable stable;
    private final JdbcClient jdbc;

    Agreements(Registry registry, Stable stable, JdbcClient jdbc) {
        this.registry = registry;
        this.stable = stable;
        this.jdbc = jdbc;
    }

    private static String sql(String begins) {
        return SQL.formatted(
                begins,
                Gaps.impartial("task"),
                ScoredPair.sql(":model", "c.chosen_sample", "c.rejected_sample"),
                UnsafeChoice.absent("c"));
    }

    @Transactional(readOnly = true)
    public CampaignAgreement of(Campaign campaign) {
        return registry.serving(Tracks.kind(campaign.track()))
                .map(model -> of(campaign.id(), model))
                .orElseGet(() -> new CampaignAgreement(
                        null, false, new Agreement.Sum().agreement(), new Agreement.Sum().agreement()));
    }

    private CampaignAgreement of(UUID campaign, RegisteredModel model) {
        var heldOutOnly = !stable.isBrought(model);
        var all = new Agreement.Sum();
        var impartial = new Agreement.Sum();
        jdbc.sql(heldOutOnly ? SAID_AND_BEGUN : SAID)
                .withFetchSize(ROWS_AT_ONCE)
                .param("campaign", campaign)
                .param("model", model.name())
                .query(row -> {
                    if (!heldOutOnly || isHeldOut(row.getString(1))) {
                        all.add(row.getDouble(3), row.getLong(2));
                        impartial.add(row.getDouble(5), row.getLong(4));
                    }
                });
        return new CampaignAgreement(model.name(), heldOutOnly, all.agreement(), impartial.agreement());
    }

    private static boolean isHeldOut(String firstWords) {
        return HoldOut.contains(ConversationRoot.normalised(firstWords));
    }
}
