package dev.paddock.bestofk;

/** The scores of a run's samples by the models that it is ranked by, as a part of queries. */
public final class ModelScores {

    /**
     * Joins {@code helpfulness} and {@code safety}, rows of {@code best_of_k_score} or nulls, to a {@code sample}. The parameters
     * {@code helpfulness} and {@code safety} are the names of the models, or null.
     */
    public static final String JOINED = """
             left join best_of_k_score helpfulness
               on helpfulness.sample_id = sample.id and helpfulness.reward_model = :helpfulness
             left join best_of_k_score safety on safety.sample_id = sample.id and safety.reward_model = :safety
            """;

    /** What gave these scores, as columns for {@link ScoredBy}. */
    public static final String ORIGINS = """
            helpfulness.reward_model helpfulness_model, helpfulness.provider helpfulness_provider,
            helpfulness.precision helpfulness_precision, helpfulness.micros helpfulness_micros, helpfulness.scored_at helpfulness_at,
            safety.reward_model safety_model, safety.provider safety_provider, safety.precision safety_precision,
            safety.micros safety_micros, safety.scored_at safety_at
            """;

    private ModelScores() {}
}
