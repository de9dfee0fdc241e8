package dev.paddock.bestofk;

import dev.paddock.samples.Outcome;
import dev.paddock.samples.Provenance;
import dev.paddock.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The samples of runs with all that is known of them, to be looked at. */
@Component
class RankedSamples {

    private final JdbcClient jdbc;

    RankedSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param top only those of at most that rank; null for all, ranked or not */
    List<RankedSample> after(BestOfKRun run, @Nullable Integer top, int place, int limit) {
        return jdbc.sql("""
                        select sample.*, prompt.id prompt, prompt.text question, helpfulness.value helpfulness, safety.value safety,
                               standing.reward, standing.rank,
""" + ModelScores.ORIGINS + """
                             , (select min(reason) from best_of_k_unscorable
                                 where sample_id = sample.id and (not :done or reward_model in (:helpfulness, :safety))) no_score
                          from best_of_k_sample sample
                          join best_of_k_prompt listed on (listed.run_id, listed.position) = (sample.run_id, sample.position)
                          join prompt on prompt.id = listed.prompt_id
""" + ModelScores.JOINED + """
                          left join best_of_k_rank standing on standing.sample_id = sample.id
                         where sample.run_id = :run and sample.place > :place and (:top::int is null or standing.rank <= :top)
                         order by sample.place limit :limit
                        """)
                .param("run", run.id())
                .param("done", run.isDone())
                .param("helpfulness", run.helpfulnessModel(), Types.VARCHAR)
                .param("safety", run.safetyModel(), Types.VARCHAR)
                .param("place", place)
                .param("top", top, Types.INTEGER)
                .param("limit", limit)
                .query(RankedSamples::row)
                .list();
    }

    /** Of samples that failed or that a model could not score, the most frequent first, at most ten. */
    List<FailureCount> failures(BestOfKRun run) {
        return jdbc.sql("""
                        select reason, count(*) samples from (
                            select reason from best_of_k_sample where run_id = :run and state = 'failed'
                            union all
                            select reason from best_of_k_unscorable
                             where run_id = :run and (not :done or reward_model in (:helpfulness, :safety))) known
                         group by reason order by count(*) desc, reason limit 10
                        """)
                .param("run", run.id())
                .param("done", run.isDone())
                .param("helpfulness", run.helpfulnessModel(), Types.VARCHAR)
                .param("safety", run.safetyModel(), Types.VARCHAR)
                .query((row, _) -> new FailureCount(row.getString("reason"), row.getInt("samples")))
                .list();
    }

    /** A sample is whole and has no score, or it is not whole. */
    private static String reason(ResultSet row) throws SQLException {
        var noScore = row.getString("no_score");
        return noScore == null ? row.getString("reason") : noScore;
    }

    private static RankedSample row(ResultSet row, int number) throws SQLException {
        return new RankedSample(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                row.getObject("prompt", UUID.class),
                row.getString("question"),
                row.getDouble("temperature"),
                row.getString("state").equals("finished"),
                reason(row),
                row.getString("text"),
                row.getObject("helpfulness", Double.class),
                ScoredBy.read(row, "helpfulness"),
                row.getObject("safety", Double.class),
                ScoredBy.read(row, "safety"),
                row.getObject("reward", Double.class),
                row.getObject("rank", Integer.class),
                provenance(row),
                outcome(row));
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        return new Provenance(
                row.getObject("variant_id", UUID.class),
                row.getString("variant_name"),
                row.getInt("variant_revision"),
                row.getString("adapter"),
                row.getString("endpoint"),
                row.getString("model_asked"),
                row.getString("prompt_format"),
                row.getString("prompt_sha256"),
                row.getDouble("temperature"),
                row.getDouble("top_p"),
                row.getInt("max_tokens"),
                List.of((String[]) row.getArray("stop").getArray()),
                row.getLong("seed"),
                Instants.of(row, "requested_at"));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getString("model_reported"),
                row.getString("weights_sha256"),
                row.getString("engine"),
                row.getString("system_fingerprint"),
                Instants.ofNullable(row, "started_at"),
                Instants.ofNullable(row, "first_token_at"),
                Instants.ofNullable(row, "finished_at"),
                row.getObject("prompt_tokens", Integer.class),
                row.getObject("completion_tokens", Integer.class),
                row.getString("tokens_counted_by"),
                row.getString("finish"),
                row.getObject("mean_logprob", Double.class));
    }
}
