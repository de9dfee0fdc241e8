package dev.paddock.bestofk.export;

import dev.paddock.bestofk.ModelScores;
import dev.paddock.bestofk.ScoredBy;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.samples.RootId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer to learn from: one of the best of its prompt.
 *
 * @param rank among those of the export, over all temperatures that it takes
 * @param helpfulness a logit; null where it is not ranked by that
 * @param helpfulnessBy what gave it; null where there is none
 * @param safety as helpfulness
 */
record BestSample(
        UUID sample,
        String system,
        String question,
        String answer,
        int rank,
        double reward,
        @Nullable Double helpfulness,
        @Nullable ScoredBy helpfulnessBy,
        @Nullable Double safety,
        @Nullable ScoredBy safetyBy,
        String riskCategory,
        String attackVector,
        String model,
        String weightsSha256,
        double temperature,
        double topP,
        long seed,
        String finish) {

    /** The best of each prompt; of the same words the best alone. */
    private static final String BEST = """
            with different as (
                select distinct on (sample.position, sample.text_sha256) sample.id, sample.place, sample.position, standing.score
                  from best_of_k_sample sample join best_of_k_rank standing on standing.sample_id = sample.id
                 where sample.run_id = :run and standing.reward >= :least and (:temperature::float8 is null or sample.temperature = :temperature)
                 order by sample.position, sample.text_sha256, standing.score desc, sample.place),
            best as (
                select * from (select id, position,
                                      row_number() over (partition by position order by score desc, place) rank from different) ranked
                 where rank <= :top)
            """;

    static final String COUNT = BEST + "select count(*) from best";

    static final String ROWS = BEST + """
            select sample.id, prompt.system_text, prompt.text question, sample.text answer, best.rank, standing.reward,
                   helpfulness.value helpfulness, safety.value safety, prompt.risk_category, prompt.attack_vector,
                   sample.model_reported, sample.weights_sha256, sample.temperature, sample.top_p, sample.seed, sample.finish,
            """ + ModelScores.ORIGINS + """
              from best
              join best_of_k_sample sample on sample.id = best.id
              join best_of_k_rank standing on standing.sample_id = best.id
              join best_of_k_prompt listed on (listed.run_id, listed.position) = (sample.run_id, sample.position)
              join prompt on prompt.id = listed.prompt_id
""" + ModelScores.JOINED + """
             order by best.position, best.rank
            """;

    UUID root() {
        return RootId.of(question);
    }

    /** Whether no reward model here is trained on this prompt, as it judges them. */
    boolean heldOut() {
        return HoldOut.contains(ConversationRoot.normalised(question));
    }

    static BestSample read(ResultSet row) throws SQLException {
        return new BestSample(
                row.getObject("id", UUID.class),
                row.getString("system_text"),
                row.getString("question"),
                row.getString("answer"),
                row.getInt("rank"),
                row.getDouble("reward"),
                row.getObject("helpfulness", Double.class),
                ScoredBy.read(row, "helpfulness"),
                row.getObject("safety", Double.class),
                ScoredBy.read(row, "safety"),
                row.getString("risk_category"),
                row.getString("attack_vector"),
                row.getString("model_reported"),
                row.getString("weights_sha256"),
                row.getDouble("temperature"),
                row.getDouble("top_p"),
                row.getLong("seed"),
                row.getString("finish"));
    }
}
