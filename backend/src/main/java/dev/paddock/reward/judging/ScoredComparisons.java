package dev.paddock.reward.judging;

import dev.paddock.datasets.UnsafeChoice;
import dev.paddock.reward.ScoredPair;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.tasks.Gaps;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the comparisons of which a reward model has scored both answers, but for those of pairs that were taken because their gap was small,
 * on which any model looks worse than it is, and those that training leaves out.
 */
@Component
class ScoredComparisons {

    /** The latest ones; what is older says little of a model that serves now, and a report must not fill the memory. */
    static final int MOST = 200_000;

    private static final String SQL = """
            select campaign.track, c.degree, c.round, coalesce(context.content, first.user_text),
                   chosen.id, chosen.variant_name, length(chosen.text), c.chosen_%1$s, scored.a_value,
                   rejected.id, rejected.variant_name, length(rejected.text), c.rejected_%1$s, scored.b_value, campaign.id
              from comparison c
              join task on task.id = c.task_id
              join campaign on campaign.id = c.campaign_id
              join turn on turn.id = c.turn_id
              join turn first on first.conversation_id = turn.conversation_id and first.number = 1
              join sample chosen on chosen.id = c.chosen_sample
              join sample rejected on rejected.id = c.rejected_sample
              left join lateral (
                    select content from conversation_context
                     where conversation_id = turn.conversation_id and role = 'user' order by ordinal limit 1) context on true
             cross join lateral (%4$s) scored
             where not exists (select from comparison later where later.revises = c.id) and %3$s and %5$s
             order by c.number desc
             limit %2$d
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    ScoredComparisons(DataSource store, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(store);
        jdbc.setFetchSize(1_000);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    List<ScoredComparison> of(String model, ModelKind kind) {
        var comparisons = new ArrayList<ScoredComparison>();
        reading.executeWithoutResult(_ -> jdbc.query(
                SQL.formatted(
                        kind.label(),
                        MOST,
                        Gaps.impartial("task"),
                        ScoredPair.sql("?", "c.chosen_sample", "c.rejected_sample"),
                        UnsafeChoice.absent("c")),
                (ResultSetExtractor<@Nullable Void>) row -> {
                    while (row.next()) {
                        comparisons.add(ScoredComparison.read(row));
                    }
                    return null;
                },
                model));
        return comparisons;
    }
}
