package dev.paddock.reward;

import dev.paddock.campaigns.Campaign;
import dev.paddock.datasets.UnsafeChoice;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.tasks.Gaps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Compares the reward models that serve with the people of one campaign, by the rules of {@linkplain ModelReport reports}. */
@Service
public class Agreements {

    /** Conversation by conversation, as which are held out is no question for the database. */
    private static final String SQL = """
            select min(coalesce(context.content, first.user_text)), %1$s, count(*),
                   sum(case when scored.a_value > scored.b_value then 1.0 when scored.a_value = scored.b_value then 0.5 else 0 end)
              from comparison c
              join task on task.id = c.task_id
              join turn on turn.id = c.turn_id
              join conversation on conversation.id = turn.conversation_id
              join turn first on first.conversation_id = turn.conversation_id and first.number = 1
              left join lateral (
                    select content from conversation_context
                     where conversation_id = turn.conversation_id and role = 'user' order by ordinal limit 1) context on true
             cross join lateral (%2$s) scored
             where c.campaign_id = :campaign and not exists (select from comparison later where later.revises = c.id) and %3$s
             group by conversation.root_id, %1$s
            """.formatted(
                    Gaps.impartial("task"),
                    ScoredPair.sql(":model", "c.chosen_sample", "c.rejected_sample"),
                    UnsafeChoice.absent("c"));

    /** What was said of the conversations that begin alike. */
    private record OfRoot(String root, boolean impartial, long comparisons, double hits) {

        static OfRoot read(ResultSet row, int number) throws SQLException {
            return new OfRoot(
                    ConversationRoot.normalised(row.getString(1)), row.getBoolean(2), row.getLong(3), row.getDouble(4));
        }
    }

    private final Registry registry;
    private final Stable stable;
    private final JdbcClient jdbc;

    Agreements(Registry registry, Stable stable, JdbcClient jdbc) {
        this.registry = registry;
        this.stable = stable;
        this.jdbc = jdbc;
    }

    public CampaignAgreement of(Campaign campaign) {
        return registry.serving(Tracks.kind(campaign.track()))
                .map(model -> of(campaign.id(), model))
                .orElseGet(() -> new CampaignAgreement(null, false, sum(List.of()), sum(List.of())));
    }

    private CampaignAgreement of(UUID campaign, RegisteredModel model) {
        var heldOutOnly = !stable.isBrought(model);
        var counted =
                jdbc
                        .sql(SQL)
                        .param("campaign", campaign)
                        .param("model", model.name())
                        .query(OfRoot::read)
                        .list()
                        .stream()
                        .filter(each -> !heldOutOnly || HoldOut.contains(each.root()))
                        .toList();
        var impartial = counted.stream().filter(OfRoot::impartial).toList();
        return new CampaignAgreement(model.name(), heldOutOnly, sum(counted), sum(impartial));
    }

    private static Agreement sum(List<OfRoot> counted) {
        return new Agreement(
                counted.stream().mapToDouble(OfRoot::hits).sum(),
                counted.stream().mapToLong(OfRoot::comparisons).sum(),
                counted.stream().map(OfRoot::root).distinct().count());
    }
}
